import type { FundServices } from '#application/fund/services';
import { getPool } from '#application/place/get-pool';
import type { BooksOf } from '#application/ports/ledger-store';
import type { Scope } from '#domain/identity/account';
import { badMonth } from '#domain/fund/event-refusals';
import { postingRefusal } from '#domain/fund/posting-refusals';
import { allow, refuse, type Decision } from '#kernel/decision';
import { parseMonth, type Month } from '#kernel/month';

/** Closes a month of books for good; months close in order, and what comes late stands in the next open one. */
export async function closeMonth(
  services: Pick<FundServices, 'ledgerStore' | 'placeStore'>,
  scope: Scope,
  { pool: id, insuranceType, month: text }: BooksOf & { readonly month: string },
  now: string,
): Promise<Decision<{ readonly closedThrough: Month }>> {
  const month = parseMonth(text);
  if (month === undefined) return refuse(badMonth('month', text));
  const pool = await getPool(services, scope, id, id);
  if (!pool.allowed) return pool;
  const ledger = services.ledgerStore.within(scope);
  const code = await ledger.closeMonth({ pool: id, insuranceType }, month, { by: scope.userId, now });
  return code === undefined
    ? allow({ closedThrough: month })
    : refuse(postingRefusal(code, `${id} ${insuranceType} ${month}`));
}
