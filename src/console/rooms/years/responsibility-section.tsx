import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { responsibilityQuery, type ResponsibilityAccount, type YearLine } from '#console/api/year-queries.ts';
import { QueryView } from '#console/app/query-view.tsx';
import { FundTable } from '#console/fund/fund-table.tsx';
import { Money } from '#console/fund/money.tsx';
import { UnitNote } from '#console/fund/unit-note.tsx';
import { usePoolName } from '#console/fund/use-pool-names.ts';
import { Section } from '#console/fund/section.tsx';

const COLUMNS = [
  'remitted',
  'paidDown',
  'balance',
  'byCity',
  'byLegacy',
  'byTreasury',
  'auditedGap',
  'sentUp',
  'legacyBefore',
  'legacyAfter',
] as const;

interface ResponsibilitySectionProps {
  readonly yearId: string;
  readonly lines: readonly Pick<YearLine, 'id'>[];
  /** Whether who looks sees the years themselves, or the accounts of the own counties only. */
  readonly seesYears: boolean;
}

/** The counties' responsibility accounts (责任账) up to a year, where that is pooled whole. */
export function ResponsibilitySection({ yearId, lines, seesYears }: ResponsibilitySectionProps): ReactNode {
  const { t } = useTranslation();
  const isPooledWhole = lines.some(({ id }) => id.startsWith('allocation/full_pooling/'));
  const accounts = useQuery({ ...responsibilityQuery(yearId), enabled: isPooledWhole });
  if (!isPooledWhole) return null;
  return (
    <Section title={t('years.responsibility')} text={t('years.responsibilityText')} aside={<UnitNote />}>
      <QueryView query={accounts}>
        {(all) => (
          <FundTable
            label={t('years.responsibility')}
            columns={[
              { label: t('years.pool') },
              { label: t('years.year') },
              ...COLUMNS.map((column) => ({ label: t(`years.account.${column}`), isFigure: true })),
            ]}
            none={t('years.responsibilityNone')}
            rows={all.flatMap((account) =>
              account.years.map((row, index) => (
                <AccountRow
                  key={`${account.pool} ${row.id}`}
                  account={account}
                  row={row}
                  isFirst={index === 0}
                  seesYears={seesYears}
                />
              )),
            )}
          />
        )}
      </QueryView>
    </Section>
  );
}

interface AccountRowProps {
  readonly account: ResponsibilityAccount;
  readonly row: ResponsibilityAccount['years'][number];
  readonly isFirst: boolean;
  readonly seesYears: boolean;
}

function AccountRow({ account, row, isFirst, seesYears }: AccountRowProps): ReactNode {
  const poolName = usePoolName();
  return (
    <tr>
      {isFirst ? (
        <th scope="rowgroup" rowSpan={account.years.length}>
          {poolName(account.pool)}
        </th>
      ) : null}
      <td>
        {seesYears ? (
          <Link to="/fund/years/$yearId" params={{ yearId: row.id }}>
            {row.year}
          </Link>
        ) : (
          row.year
        )}
      </td>
      {COLUMNS.map((column) => (
        <td key={column} className="figure-cell">
          <Money yuan={row[column]} hidesNil />
        </td>
      ))}
    </tr>
  );
}
