import { openJournalFor } from '#application/fund/register-journal';
import type { FundServices } from '#application/fund/services';
import { getPool } from '#application/place/get-pool';
import type { BookSet } from '#application/ports/ledger-reader';
import type { Scope } from '#domain/identity/account';
import { badMonth } from '#domain/fund/event-refusals';
import { postingRefusal } from '#domain/fund/posting-refusals';
import { allow, refuse, type Decision } from '#kernel/decision';
import type { InsuranceType } from '#kernel/insurance-type';
import { parseMonth } from '#kernel/month';

export interface NewBooks {
  readonly pool: string;
  readonly insuranceType: InsuranceType;
  /** First month of the books, such as 2026-01. */
  readonly firstMonth: string;
  /** The pack whose templates post, by id or hash. */
  readonly pack: string;
}

/** Opens books (账套) for a registered pool or fund, and registers the templates of its pack. */
export async function openBooks(
  services: FundServices,
  scope: Scope,
  { pool: id, insuranceType, firstMonth: text, pack }: NewBooks,
  now: string,
): Promise<Decision<Omit<BookSet, 'closedThrough' | 'lastClosing'>>> {
  const firstMonth = parseMonth(text);
  if (firstMonth === undefined) return refuse(badMonth('firstMonth', text));
  const pool = await getPool(services, scope, id);
  if (!pool.allowed) return pool;
  const journal = await openJournalFor(services, pack, [pool.value.place]);
  if (!journal.allowed) return journal;
  const { kind, name, place } = pool.value;
  const books = { pool: id, insuranceType, kind, firstMonth };
  const code = await services.ledgerStore.within(scope).openBooks(books, { by: scope.userId, now });
  return code === undefined
    ? allow({ ...books, name, place })
    : refuse(postingRefusal(code, `${id} ${insuranceType}`));
}
