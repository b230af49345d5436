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
 * What payments would take out of a special account beyond what it holds of a fund and source (NAT-144.36): money that
 * is not there is not paid, and no other money of the account stands in for it.
 */
export function shortages(pool: string, before: Held, after: Held): readonly Refusal[] {
  return [...after].flatMap(([key, amount]) => {
    const earlier = before.get(key) ?? 0n;
    return amount < 0n && amount < earlier ? [specialAccountShort(pool, fen(-amount))] : [];
  });
}
