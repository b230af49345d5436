import { closeYear } from '#application/fund/close-year';
import { openJournalFor } from '#application/fund/register-journal';
import type { FundServices } from '#application/fund/services';
import { getPool } from '#application/place/get-pool';
import type { BooksOf } from '#application/ports/ledger-store';
import type { Scope } from '#domain/identity/account';
import type { LedgerOutcome } from '#domain/fund/ledger-command';
import { postingRefusal } from '#domain/fund/posting-refusals';
import { refuse, type Decision } from '#kernel/decision';
import type { Month } from '#kernel/month';

/** A year of one pool's books, and the pack whose template closes it. */
export interface BooksYear extends BooksOf {
  readonly year: number;
  readonly pack: string;
}

/** Closes the year of a pool or an adjustment fund within the scope (NAT-28.2); its December must still be open. */
export async function closeBooksYear(
  services: FundServices,
  scope: Scope,
  { pool: id, insuranceType, year, pack }: BooksYear,
  now: string,
): Promise<Decision<LedgerOutcome>> {
  const pool = await getPool(services, scope, id, id);
  if (!pool.allowed) return pool;
  if (await isClosed(services, scope, { pool: id, insuranceType }, `${year}-12` as Month)) {
    return refuse(postingRefusal('month_closed', `${id} ${insuranceType} ${year}-12`));
  }
  const journal = await openJournalFor(services, pack, [pool.value.place]);
  if (!journal.allowed) return journal;
  const books = { pool: id, insuranceType, kind: pool.value.kind, year };
  return closeYear(services.ledgerStore.within(scope), journal.value, books, { by: scope.userId, now });
}

/**
 * Whether December is closed: a year-end closing after it would fall into the next year's months and close those
 * instead.
 */
async function isClosed(
  { ledgerReader }: Pick<FundServices, 'ledgerReader'>,
  scope: Scope,
  books: BooksOf,
  month: Month,
): Promise<boolean> {
  const own = await ledgerReader.findBooks(scope, books);
  return (own?.closedThrough ?? '') >= month;
}
