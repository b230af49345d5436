import type { BookTurnover } from '#domain/adjustment-year/ledger-reading';
import { specialAccountShort } from '#domain/adjustment-year/refusals';
import type { Refusal } from '#kernel/decision';
import { fen } from '#kernel/fen';

const SPECIAL_ACCOUNT = '1003';

type Turnover = Pick<BookTurnover, 'book' | 'account' | 'fund' | 'source' | 'debit' | 'credit'>;

/** What the special account of one set of books holds of each fund and source, in fen. */
export type Held = ReadonlyMap<string, bigint>;

export function specialHeld(turnovers: readonly Turnover[]): Held {
  const held = new Map<string, bigint>();
  for (const { book, account, fund, source, debit, credit } of turnovers) {
    if (book !== 'cash' || account !== SPECIAL_ACCOUNT) continue;
    const key = `${fund} ${source}`;
    held.set(key, (held.get(key) ?? 0n) + debit - credit);
  }
  return held;
}

/**
 * What payments would take out of special accounts beyond what they hold of that fund and source (NAT-144.36): money
 * that is not there is not paid, and no other money of the account stands in for it.
 * @param before by pool or fund, as it was before the payments
 * @param after the same with them
 */
export function shortages(
  before: ReadonlyMap<string, Held>,
  after: ReadonlyMap<string, Held>,
): readonly Refusal[] {
  return [...after].flatMap(([pool, held]) =>
    [...held].flatMap(([key, amount]) => {
      const earlier = before.get(pool)?.get(key) ?? 0n;
      return amount < 0n && amount < earlier ? [specialAccountShort(pool, fen(-amount))] : [];
    }),
  );
}
