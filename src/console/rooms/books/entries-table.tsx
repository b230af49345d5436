import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { journalQuery, type EntryLine } from '#console/api/ledger-queries.ts';
import { useLanguage } from '#console/i18n/language.ts';
import { sumYuan } from '#console/rooms/books/account-balances.ts';
import { accountLabel } from '#console/rooms/books/account-label.ts';
import { Counterparty } from '#console/fund/counterparty.tsx';
import { useFundCode } from '#console/fund/fund-codes.ts';
import { FundTable } from '#console/fund/fund-table.tsx';
import { Money } from '#console/fund/money.tsx';
import { usePoolName } from '#console/fund/use-pool-names.ts';

interface EntriesTableProps {
  readonly entries: readonly EntryLine[];
  readonly packHash: string | null;
  readonly label: string;
}

const WORDS = ['line', 'account', 'pool', 'fund', 'source', 'counterparty'] as const;
const SIDES = ['debit', 'credit'] as const;

/** The entries of one book, debit and credit, with their sums: they are equal. */
export function EntriesTable({ entries, packHash, label }: EntriesTableProps): ReactNode {
  const { t } = useTranslation();
  const { pick } = useLanguage();
  const code = useFundCode();
  const poolName = usePoolName();
  const accounts = useQuery({ ...journalQuery(packHash ?? ''), enabled: packHash !== null }).data?.accounts;
  const nameOf = ({ book, account }: EntryLine): string => {
    const found = accounts?.find((one) => one.book === book && one.code === account);
    return accountLabel(account, found === undefined ? undefined : pick(found.name));
  };
  return (
    <FundTable
      label={label}
      none={t('books.event.noEntries')}
      columns={[
        ...WORDS.map((column) => ({ label: t(`books.columns.${column}`) })),
        ...SIDES.map((column) => ({ label: t(`books.columns.${column}`), isFigure: true })),
      ]}
      rows={entries.map((entry, index) => (
        <tr key={entry.line}>
          <td>{index + 1}</td>
          <th scope="row" title={entry.account}>
            {nameOf(entry)}
          </th>
          <td>{poolName(entry.pool)}</td>
          <td>{code('funds', entry.fund)}</td>
          <td>{code('sources', entry.source)}</td>
          <td>{entry.counterparty === null ? null : <Counterparty id={entry.counterparty} />}</td>
          {SIDES.map((side) => (
            <td key={side} className="figure-cell">
              <Money yuan={entry[side]} hidesNil />
            </td>
          ))}
        </tr>
      ))}
      foot={
        <tr>
          <th scope="row" colSpan={WORDS.length}>
            {t('books.total')}
          </th>
          {SIDES.map((side) => (
            <td key={side} className="figure-cell">
              <Money yuan={sumYuan(entries.map((entry) => entry[side]))} />
            </td>
          ))}
        </tr>
      }
    />
  );
}
