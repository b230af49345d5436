import type { FundServices } from '#application/fund/services';
import { listUnswept, type UnsweptRow } from '#application/payout/sweep-accounts';
import { chinaDateOf } from '#application/pack-life/china-time';
import { getPool } from '#application/place/get-pool';
import type { BooksOf, LedgerStore } from '#application/ports/ledger-store';
import { accountsToClose } from '#domain/fund/close-year';
import type { Scope } from '#domain/identity/account';
import { badMonth, monthNotOver, yearNotClosed } from '#domain/fund/event-refusals';
import { postingRefusal } from '#domain/fund/posting-refusals';
import { allow, refuse, type Decision, type Refusal } from '#kernel/decision';
import { formatYuan } from '#kernel/fen';
import { parseMonth, type Month } from '#kernel/month';

/** A month of books to be closed; the reason is that of who knows that not everything could be swept. */
export interface MonthClosing extends BooksOf {
  readonly month: string;
  readonly unsweptReason?: string;
}

/**
 * Closes a month of books for good; months close in order, and what comes late stands in the next open one. An income
 * December is closed after its year (NAT-28.2), for nothing could close that later. An income account or treasury that is not nil at its end (NAT-28.7, NAT-144.39-a) is named with what it holds, and the month is
 * closed only with the reason, which is sealed with it.
 */
export async function closeMonth(
  services: Pick<FundServices, 'ledgerStore' | 'ledgerReader' | 'placeStore'>,
  scope: Scope,
  { pool: id, insuranceType, month: text, unsweptReason }: MonthClosing,
  now: string,
): Promise<Decision<{ readonly closedThrough: Month }>> {
  const month = parseMonth(text);
  if (month === undefined) return refuse(badMonth('month', text));
  if (chinaDateOf(now).slice(0, 7) <= month)
    return refuse(monthNotOver(`${id} ${insuranceType} ${month}`, month));
  const pool = await getPool(services, scope, id, id);
  if (!pool.allowed) return pool;
  const ledger = services.ledgerStore.within(scope);
  const signature = { by: scope.userId, now };
  const open = month.endsWith('-12')
    ? await openYearAccounts(ledger, { pool: id, insuranceType }, month)
    : [];
  if (open.length > 0) return refuse(yearNotClosed(`${id} ${insuranceType} ${month}`, open.join('、')));
  const code = await ledger.closeMonth({ pool: id, insuranceType }, month, signature, unsweptReason);
  if (code === undefined) return allow({ closedThrough: month });
  const refusal = postingRefusal(code, `${id} ${insuranceType} ${month}`);
  if (code !== 'accounts_unswept') return refuse(refusal);
  const [first = refusal, ...others] = (await listUnswept(services, scope, month))
    .filter((row) => row.pool === id && row.insuranceType === insuranceType)
    .map((row) => unsweptRefusal(refusal, row));
  return refuse(first, ...others);
}

/** What of a year's income and expenditure is not yet in the fund balance as its December is closed. */
async function openYearAccounts(
  ledger: LedgerStore,
  books: BooksOf,
  december: Month,
): Promise<readonly string[]> {
  const balances = await ledger.listBalances(books);
  return accountsToClose(
    balances.filter(({ book, postingMonth }) => book === 'cash' && postingMonth <= december),
  );
}

function unsweptRefusal({ code, at, next }: Refusal, { role, balance }: UnsweptRow): Refusal {
  const yuan = formatYuan(balance);
  const what =
    role === 'income'
      ? { zh: `月末收入户尚有 ${yuan} 元未划转`, en: `the income account still holds ${yuan} yuan` }
      : { zh: `月末国库尚有 ${yuan} 元未划转`, en: `the treasury still holds ${yuan} yuan` };
  return { code, at: `${at} ${role}`, clause: 'NAT-28.7', what, next };
}
