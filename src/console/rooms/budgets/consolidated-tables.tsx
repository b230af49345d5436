import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import {
  consolidationQuery,
  type ConsolidatedSection,
  type ConsolidatedType,
} from '#console/api/budget-queries.ts';
import { QueryView } from '#console/app/query-view.tsx';
import { useLanguage } from '#console/i18n/language.ts';
import { FundTable } from '#console/fund/fund-table.tsx';
import { Money } from '#console/fund/money.tsx';
import { FileLinks } from '#console/rooms/budgets/file-links.tsx';
import { RoundingNote } from '#console/rooms/budgets/rounding-note.tsx';

interface ConsolidatedTablesProps {
  readonly roundId: string;
  readonly number: number;
}

/** A consolidation line by line: a column for each pool and the fund, what is eliminated, and the total. */
export function ConsolidatedTables({ roundId, number }: ConsolidatedTablesProps): ReactNode {
  const { t } = useTranslation();
  const query = useQuery(consolidationQuery(roundId, number));
  const address = `/api/v1/budget-rounds/${encodeURIComponent(roundId)}/consolidations/${number}`;
  return (
    <>
      <FileLinks name={t('budgets.consolidationNumber', { number })} address={address} />
      <QueryView query={query}>
        {({ types }) =>
          types.flatMap((type) =>
            type.sections.map((section) => (
              <SectionTable key={`${type.insuranceType} ${section.id}`} type={type} section={section} />
            )),
          )
        }
      </QueryView>
    </>
  );
}

interface SectionTableProps {
  readonly type: ConsolidatedType;
  readonly section: ConsolidatedSection;
}

const ADDED = ['sum', 'eliminated', 'consolidated'] as const;

function SectionTable({ type, section }: SectionTableProps): ReactNode {
  const { t } = useTranslation();
  const { pick } = useLanguage();
  const { members, insuranceType, sections } = type;
  const whose = sections.length === 1 ? '' : ` · ${pick(section.label)}`;
  const title = `${t('budgets.consolidatedTable', { scheme: t(`schemes.${insuranceType}`) })}${whose}`;
  const heads = [...members.map(({ name }) => pick(name)), ...ADDED.map((id) => t(`budgets.${id}`))];
  const nameOf = (row: string): string => {
    const found = section.rows.find(({ id }) => id === row);
    return found === undefined ? row : pick(found.label);
  };
  return (
    <>
      <h4>{title}</h4>
      <FundTable
        className="consolidated"
        label={title}
        columns={[{ label: t('budgets.line') }, ...heads.map((label) => ({ label, isFigure: true }))]}
        none=""
        rows={section.rows.map(({ id, label, kind, cells }) => (
          <tr key={id} className={kind === 'sum' ? 'sum' : ''}>
            <th scope="row" className={`consolidated-${kind}`}>
              {pick(label)}
            </th>
            {cells.map((cell, at) => (
              <td key={section.columns[at]} className="figure-cell">
                {cell === null ? null : <Money yuan={cell} hidesNil />}
              </td>
            ))}
          </tr>
        ))}
      />
      <RoundingNote
        roundings={section.roundings.map(({ row, column, over, amount }) => ({
          name: `${nameOf(row)} · ${heads[section.columns.indexOf(column)] ?? column} · ${t(`budgets.addedOver.${over}`)}`,
          amount,
        }))}
      />
    </>
  );
}
