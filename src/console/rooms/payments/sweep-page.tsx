import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button, Input } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { booksQuery, type Books } from '#console/api/ledger-queries.ts';
import { unsweptQuery, useSweep, type SweepRow, type Unswept } from '#console/api/payment-queries.ts';
import { ProblemPanel } from '#console/app/problem-panel.tsx';
import { QueryView } from '#console/app/query-view.tsx';
import { useLanguage } from '#console/i18n/language.ts';
import { sumYuan } from '#console/rooms/books/account-balances.ts';
import { nextMonth } from '#console/rooms/books/close-month.tsx';
import { FUND_READERS } from '#console/fund/fund-roles.ts';
import { FundTable } from '#console/fund/fund-table.tsx';
import { MonthField } from '#console/fund/month-field.tsx';
import { MONTH } from '#console/fund/patterns.ts';
import { UnitNote } from '#console/fund/unit-note.tsx';
import { Money } from '#console/fund/money.tsx';
import { todayInChina } from '#console/fund/today.ts';
import { PaymentsFrame } from '#console/rooms/payments/payments-frame.tsx';
import { holds, useAccount } from '#console/session/session.ts';

/** The month to sweep next: the first that is open in any books, and not one that is still to come. */
function firstOpenMonth(books: readonly Books[]): string {
  const present = todayInChina().slice(0, 7);
  return books.map(nextMonth).reduce((first, month) => (month < first ? month : first), present);
}

/** The sweep of a month: what income accounts and the treasury still hold, and moving all of it to special accounts. */
export function SweepPage(): ReactNode {
  const { t } = useTranslation();
  const account = useAccount();
  const [chosen, setMonth] = useState<string | undefined>();
  const [vouchers, setVouchers] = useState<Readonly<Record<string, string>>>({});
  const books = useQuery({ ...booksQuery, enabled: holds(account, FUND_READERS) }).data ?? [];
  const month = chosen ?? firstOpenMonth(books);
  const sweep = useSweep();
  const query = useQuery({
    ...unsweptQuery(month),
    enabled: MONTH.test(month) && holds(account, FUND_READERS),
  });
  return (
    <PaymentsFrame part="sweep">
      <div className="fields filter-fields screen-only">
        <MonthField
          label={t('payments.sweep.month')}
          name="sweep-month"
          value={month}
          onChange={(next) => {
            setMonth(next);
            sweep.reset();
          }}
        />
      </div>
      {MONTH.test(month) ? (
        <QueryView query={query}>
          {({ rows }) => (
            <>
              <UnitNote />
              <UnsweptTable
                rows={rows}
                month={month}
                vouchers={vouchers}
                onVoucher={(account, number) => setVouchers({ ...vouchers, [account]: number })}
              />
              {rows.length > 0 && holds(account, ['fund_maker']) ? (
                <Button
                  type="primary"
                  loading={sweep.isPending}
                  onClick={() =>
                    sweep.mutate(
                      { month, vouchers: vouchersOf(rows, vouchers) },
                      { onSuccess: () => setVouchers({}) },
                    )
                  }
                >
                  {t('payments.sweep.act', { month })}
                </Button>
              ) : null}
            </>
          )}
        </QueryView>
      ) : (
        <p className="office-none">{t('payments.sweep.monthFirst')}</p>
      )}
      <div aria-live="polite">
        {sweep.isError ? <ProblemPanel error={sweep.error} /> : null}
        {sweep.data === undefined ? null : <SweptTable rows={sweep.data.rows} />}
      </div>
    </PaymentsFrame>
  );
}

/** An account as its voucher is kept while it is typed. */
function keyOf({ pool, insuranceType, role }: Unswept): string {
  return `${pool} ${insuranceType} ${role}`;
}

/** The numbers that were typed for accounts of this month. */
function vouchersOf(rows: readonly Unswept[], typed: Readonly<Record<string, string>>) {
  return rows.flatMap((row) => {
    const { pool, insuranceType, role } = row;
    const number = (typed[keyOf(row)] ?? '').trim();
    return number === '' ? [] : [{ ofPool: pool, insuranceType, role, number }];
  });
}

function useWho(): (row: Pick<Unswept, 'poolName' | 'insuranceType' | 'role'>) => string {
  const { t } = useTranslation();
  const { pick } = useLanguage();
  return ({ poolName, insuranceType, role }) =>
    `${pick(poolName)} · ${t(`schemes.${insuranceType}`)} · ${t(`payments.roles.${role}`)}`;
}

interface UnsweptTableProps {
  readonly rows: readonly Unswept[];
  readonly month: string;
  /** As typed, by account. */
  readonly vouchers: Readonly<Record<string, string>>;
  readonly onVoucher: (account: string, number: string) => void;
}

function UnsweptTable({ rows, month, vouchers, onVoucher }: UnsweptTableProps): ReactNode {
  const { t } = useTranslation();
  const who = useWho();
  return (
    <FundTable
      label={t('payments.sweep.left', { month })}
      none={t('payments.sweep.none', { month })}
      columns={[
        { label: t('payments.sweep.left', { month }) },
        { label: t('payments.columns.balance'), isFigure: true },
        { label: t('books.columns.voucher') },
      ]}
      rows={rows.map((row) => (
        <tr key={who(row)}>
          <th scope="row">{who(row)}</th>
          <td className="figure-cell">
            <Money yuan={row.balance} />
          </td>
          <td>
            <Input
              name={`voucher-${keyOf(row)}`}
              aria-label={`${t('books.columns.voucher')} ${who(row)}`}
              autoComplete="off"
              maxLength={100}
              value={vouchers[keyOf(row)] ?? ''}
              onChange={(event) => onVoucher(keyOf(row), event.target.value)}
            />
          </td>
        </tr>
      ))}
      foot={
        <tr>
          <th scope="row">{t('books.total')}</th>
          <td className="figure-cell">
            <Money yuan={sumYuan(rows.map(({ balance }) => balance))} />
          </td>
          <td />
        </tr>
      }
    />
  );
}

function SweptTable({ rows }: { readonly rows: readonly SweepRow[] }): ReactNode {
  const { t } = useTranslation();
  const { pick } = useLanguage();
  const who = useWho();
  return (
    <section className="fund-section">
      <h2>{t('payments.sweep.done')}</h2>
      <FundTable
        label={t('payments.sweep.done')}
        none={t('payments.sweep.nothing')}
        columns={[
          { label: t('payments.columns.account') },
          { label: t('payments.columns.amount'), isFigure: true },
          { label: t('payments.columns.event') },
        ]}
        rows={rows.map((row) => (
          <tr key={who(row)}>
            <th scope="row">{who(row)}</th>
            <td className="figure-cell">
              <Money yuan={row.amount} />
            </td>
            <td className="words">
              {row.event === null ? null : (
                <Link to="/fund/events/$number" params={{ number: row.event }}>
                  {t('books.event.title', { number: row.event })}
                </Link>
              )}
              {row.refusals.map(({ code, what, next }) => (
                <div key={code}>
                  <strong>{pick(what)}</strong> {pick(next)} <code>{code}</code>
                </div>
              ))}
            </td>
          </tr>
        ))}
      />
    </section>
  );
}
