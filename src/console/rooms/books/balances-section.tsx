import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Select } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { balancesQuery, journalQuery, type Balance, type Books } from '#console/api/ledger-queries.ts';
import { QueryView } from '#console/app/query-view.tsx';
import { useLanguage } from '#console/i18n/language.ts';
import {
  accountBalances,
  sideOf,
  sumYuan,
  type AccountBalance,
} from '#console/rooms/books/account-balances.ts';
import { useFundCode } from '#console/fund/fund-codes.ts';
import { FundTable } from '#console/fund/fund-table.tsx';
import { Money } from '#console/fund/money.tsx';
import { UnitNote } from '#console/fund/unit-note.tsx';
import { usePacks } from '#console/fund/use-packs.ts';

interface BalancesSectionProps {
  readonly books: Books;
  readonly through: string | undefined;
  readonly onThrough: (month: string | undefined) => void;
}

/** What the accounts of the cash book hold, by fund and source; each balance leads to its events. */
export function BalancesSection({ books, through, onThrough }: BalancesSectionProps): ReactNode {
  const { t } = useTranslation();
  const { pick } = useLanguage();
  const query = useQuery(balancesQuery({ pool: books.pool, insuranceType: books.insuranceType }));
  const months = [...new Set((query.data ?? []).map(({ postingMonth }) => postingMonth))].toSorted();
  return (
    <section className="fund-section" aria-labelledby="balances">
      <div className="section-title">
        <h2 id="balances">
          {t('books.balances.title')} · {pick(books.name)} · {t(`schemes.${books.insuranceType}`)}
        </h2>
        <Select
          className="screen-only"
          aria-label={t('books.balances.through')}
          value={through ?? ''}
          options={[
            { value: '', label: t('books.balances.allMonths') },
            ...months.map((month) => ({ value: month, label: t('books.balances.throughMonth', { month }) })),
          ]}
          onChange={(month) => onThrough(month === '' ? undefined : month)}
        />
        <UnitNote />
      </div>
      <QueryView query={query}>
        {(turnovers) => <Balances books={books} turnovers={turnovers} through={through} />}
      </QueryView>
    </section>
  );
}

interface BalancesProps {
  readonly books: Books;
  readonly turnovers: readonly Balance[];
  readonly through: string | undefined;
}

function Balances({ books, turnovers, through }: BalancesProps): ReactNode {
  const { t } = useTranslation();
  const lines = accountBalances(turnovers, 'cash', through);
  const total = sideOf(sumYuan(lines.map(({ balance }) => balance)));
  const columns = [
    ...(['account', 'fund', 'source'] as const).map((column) => ({ label: t(`books.columns.${column}`) })),
    { label: t('books.columns.debit'), isFigure: true },
    { label: t('books.columns.credit'), isFigure: true },
    { label: t('books.columns.side') },
    { label: t('books.columns.balance'), isFigure: true },
  ];
  const sum = (pickOne: (line: AccountBalance) => string): ReactNode => (
    <td className="figure-cell">
      <Money yuan={sumYuan(lines.map(pickOne))} />
    </td>
  );
  return (
    <FundTable
      label={t('books.balances.title')}
      columns={columns}
      none={t('books.balances.none')}
      rows={lines.map((line) => (
        <BalanceRow
          key={`${line.account} ${line.fund} ${line.source}`}
          line={line}
          books={books}
          through={through}
        />
      ))}
      foot={
        <tr>
          <th scope="row" colSpan={3}>
            {t('books.balances.sum')}
          </th>
          {sum(({ debit }) => debit)}
          {sum(({ credit }) => credit)}
          <td>{t(`books.sides.${total.side}`)}</td>
          <td className="figure-cell">
            <Money yuan={total.amount} />
          </td>
        </tr>
      }
    />
  );
}

interface BalanceRowProps {
  readonly line: AccountBalance;
  readonly books: Books;
  readonly through: string | undefined;
}

function BalanceRow({ line, books, through }: BalanceRowProps): ReactNode {
  const { t } = useTranslation();
  const { pick } = useLanguage();
  const code = useFundCode();
  const { ofPlace } = usePacks();
  const accounts = useQuery(journalQuery(ofPlace(books.place))).data?.accounts;
  const name = accounts?.find((one) => one.book === 'cash' && one.code === line.account)?.name;
  const { account, fund, source } = line;
  const { side, amount } = sideOf(line.balance);
  return (
    <tr>
      <th scope="row">
        <code>{account}</code> {name === undefined ? '' : pick(name)}
      </th>
      <td>{code('funds', fund)}</td>
      <td>{code('sources', source)}</td>
      <td className="figure-cell">
        <Money yuan={line.debit} hidesNil />
      </td>
      <td className="figure-cell">
        <Money yuan={line.credit} hidesNil />
      </td>
      <td>{t(`books.sides.${side}`)}</td>
      <td className="figure-cell">
        <Link
          to="/fund/journal"
          search={{
            pool: books.pool,
            insuranceType: books.insuranceType,
            book: 'cash',
            account,
            fund,
            source,
            ...(through === undefined ? {} : { toMonth: through }),
          }}
          title={t('books.balances.toJournal')}
        >
          <Money yuan={amount} />
        </Link>
      </td>
    </tr>
  );
}
