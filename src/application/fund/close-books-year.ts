import { closeYear } from '#application/fund/close-year';
import { openJournal } from '#application/fund/register-journal';
import type { FundServices } from '#application/fund/services';
import { getPool } from '#application/place/get-pool';
import type { BooksOf } from '#application/ports/ledger-store';
import type { Scope } from '#domain/identity/account';
import type { LedgerOutcome } from '#domain/fund/ledger-command';
import type { Decision } from '#kernel/decision';

/** A year of one pool's books, and the pack by whose template it is closed. */
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
  const journal = await openJournal(services, pack);
  if (!journal.allowed) return journal;
  const books = { pool: id, insuranceType, kind: pool.value.kind, year };
  return closeYear(services.ledgerStore.within(scope), journal.value, books, { by: scope.userId, now });
}
