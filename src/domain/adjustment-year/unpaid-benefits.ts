import type { LedgerReading } from '#domain/adjustment-year/ledger-reading';
import { fen, formatYuan } from '#kernel/fen';

/** What a pool had settled and not paid at the end of a year, in yuan. */
export interface UnpaidBenefits {
  readonly pool: string;
  readonly amount: string;
}

/**
 * Pools that owed at the year's end what they had settled. For information: figures of a year are of cash, so that a
 * pool that cannot pay shows no gap.
 */
export function unpaidBenefits({ unpaid }: LedgerReading): readonly UnpaidBenefits[] {
  return [...unpaid]
    .filter(([, amount]) => amount > 0n)
    .map(([pool, amount]) => ({ pool, amount: formatYuan(fen(amount)) }))
    .toSorted((a, b) => (a.pool < b.pool ? -1 : 1));
}
