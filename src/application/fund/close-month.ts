import type { FundServices } from '#application/fund/services';
import { listCarriedOver } from '#application/payout/carried-over';
import { listUnswept, type UnsweptRow } from '#application/payout/sweep-accounts';
import { chinaDateOf } from '#application/time/china-time';
import { getPool } from '#application/place/get-pool';
import type { BooksOf, LedgerStore } from '#application/ports/ledger-store';
import { accountsToClose } from '#domain/fund/close-year';
import type { Scope } from '#domain/identity/account';
import { badMonth, monthNotOver, yearNotClosed } from '#domain/fund/event-refusals';
import { postingRefusal } from '#domain/fund/posting-refusals';
import { allow, refuse, type Decision, type Refusal } from '#kernel/decision';
import { fen, formatYuan } from '#kernel/fen';
import { parseMonth, type Month } from '#kernel/month';

/** A month of books to close. */
export interface MonthClosing extends BooksOf {
  readonly month: string;
  /** Given when the income account or the treasury could not be emptied; without it such a month is refused. */
  readonly unsweptReason?: string;
}

/** A closed month; for December also the balance of the expenditure account from the year's plans, in yuan by fund. */
export interface ClosedMonth {
  readonly closedThrough: Month;
  readonly carriedOver?: { readonly pooled: string; readonly account: string };
}

/**
 * Closes a month of books for good. Months close in order; what comes late is posted in the next open month. December
 * can be closed only after the year-end closing has been posted, because that closing belongs to December (NAT-28.2). A
 * month whose income account or treasury is not empty (NAT-28.7, NAT-144.39-a) is refused with the balances, unless a
 * reason is given, which is sealed with it.
 */
export async function closeMonth(
  services: Pick<FundServices, 'ledgerStore' | 'ledgerReader' | 'placeStore'>,
  scope: Scope,
  { pool: id, insuranceType, month: text, unsweptReason }: MonthClosing,
  now: string,
): Promise<Decision<ClosedMonth>> {
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
  if (code === undefined) {
    const carried = await listCarriedOver(services, scope, month);
    const own = carried.find((one) => one.pool === id && one.insuranceType === insuranceType);
    return allow({
      closedThrough: month,
      ...(own === undefined
        ? {}
        : { carriedOver: { pooled: formatYuan(fen(own.pooled)), account: formatYuan(fen(own.account)) } }),
    });
  }
  const refusal = postingRefusal(code, `${id} ${insuranceType} ${month}`);
  if (code !== 'accounts_unswept') return refuse(refusal);
  const [first = refusal, ...others] = (await listUnswept(services, scope, month))
    .filter((row) => row.pool === id && row.insuranceType === insuranceType)
    .map((row) => unsweptRefusal(refusal, row));
  return refuse(first, ...others);
}

/** Lists the accounts of income and expenditure that still have a balance when December is to be closed. */
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
