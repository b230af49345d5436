import { useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { supervisionSummaryQuery, type SupervisionSummary } from '#console/api/supervision-queries.ts';
import { QueryView } from '#console/app/query-view.tsx';
import { ChoiceField } from '#console/form/choice-field.tsx';
import { FundTable } from '#console/fund/fund-table.tsx';
import { Money } from '#console/fund/money.tsx';
import { usePoolName } from '#console/fund/use-pool-names.ts';
import { usePlanName } from '#console/rooms/supervision/use-plan.ts';
import { Section } from '#console/fund/section.tsx';

/** A year's supervision by line and pool. */
export function SummarySection({ years }: { readonly years: readonly number[] }): ReactNode {
  const { t } = useTranslation();
  const offered = years.toSorted((a, b) => b - a).map(String);
  const [chosen, setChosen] = useState<string | undefined>();
  const year = chosen ?? offered[0];
  if (year === undefined) return null;
  return (
    <Section title={t('supervision.summary')} text={t('supervision.summaryText')}>
      <div className="fields screen-only">
        <ChoiceField
          label={t('supervision.year')}
          value={year}
          options={offered.map((value) => ({ value, label: value }))}
          onChange={setChosen}
        />
      </div>
      <Summary year={year} />
    </Section>
  );
}

function Summary({ year }: { readonly year: string }): ReactNode {
  const { t } = useTranslation();
  const query = useQuery(supervisionSummaryQuery(year));
  const columns = [
    { label: t('supervision.line') },
    { label: t('supervision.pool') },
    ...(['cases', 'findingCount', 'found', 'returned', 'loss', 'openAmount', 'referred'] as const).map(
      (column) => ({ label: t(`supervision.${column}`), isFigure: true }),
    ),
  ];
  return (
    <QueryView query={query}>
      {({ rows, total }) => (
        <FundTable
          label={t('supervision.summary')}
          columns={columns}
          none={t('supervision.noSummary')}
          rows={rows.map((row) => (
            <Row key={`${row.packId} ${row.line} ${row.pool}`} row={row} />
          ))}
          foot={
            <tr>
              <th scope="row" colSpan={2}>
                {t('supervision.total')}
              </th>
              <Figures of={total} />
            </tr>
          }
        />
      )}
    </QueryView>
  );
}

function Row({ row }: { readonly row: SupervisionSummary['rows'][number] }): ReactNode {
  const nameOf = usePlanName(row.packId);
  const poolName = usePoolName();
  return (
    <tr>
      <th scope="row">{nameOf('lines', row.line)}</th>
      <td>{poolName(row.pool)}</td>
      <Figures of={row} />
    </tr>
  );
}

function Figures({ of }: { readonly of: SupervisionSummary['total'] }): ReactNode {
  return (
    <>
      <td className="figure-cell">{of.cases}</td>
      <td className="figure-cell">{of.findings}</td>
      {[of.found, of.returned, of.loss, of.open].map((yuan, index) => (
        <td key={index} className="figure-cell">
          <Money yuan={yuan} hidesNil />
        </td>
      ))}
      <td className="figure-cell">{of.referred}</td>
    </>
  );
}
