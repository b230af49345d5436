import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { responsibilityQuery, type ResponsibilityAccount, type YearView } from '#console/api/year-queries.ts';
import { QueryView } from '#console/app/query-view.tsx';
import { FundTable } from '#console/rooms/books/fund-table.tsx';
import { Money } from '#console/rooms/books/money.tsx';
import { UnitNote } from '#console/rooms/books/unit-note.tsx';
import { usePoolName } from '#console/rooms/books/use-pool-names.ts';
import { Section } from '#console/rooms/years/section.tsx';

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

/** The counties' responsibility accounts (责任账), where the year is pooled whole. */
export function ResponsibilitySection({ year }: { readonly year: YearView }): ReactNode {
  const { t } = useTranslation();
  const isPooledWhole = year.lines.some(({ id }) => id.startsWith('allocation/full_pooling/'));
  const accounts = useQuery({ ...responsibilityQuery(year.id), enabled: isPooledWhole });
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
}

function AccountRow({ account, row, isFirst }: AccountRowProps): ReactNode {
  const poolName = usePoolName();
  return (
    <tr>
      {isFirst ? (
        <th scope="rowgroup" rowSpan={account.years.length}>
          {poolName(account.pool)}
        </th>
      ) : null}
      <td>
        <Link to="/fund/years/$yearId" params={{ yearId: row.id }}>
          {row.year}
        </Link>
      </td>
      {COLUMNS.map((column) => (
        <td key={column} className="figure-cell">
          <Money yuan={row[column]} hidesNil />
        </td>
      ))}
    </tr>
  );
}
