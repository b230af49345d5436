import type { LedgerReading } from '#domain/adjustment-year/ledger-reading';
import { fen, formatYuan } from '#kernel/fen';

/** Benefits that a pool had settled but not paid at a year's end, in yuan. */
export interface UnpaidBenefits {
  readonly pool: string;
  readonly amount: string;
}

/**
 * Lists pools with settled but unpaid benefits at the year's end. For information: a year's figures are on cash basis
 * so that a pool that cannot pay shows no gap.
 */
export function unpaidBenefits({ unpaid }: LedgerReading): readonly UnpaidBenefits[] {
  return [...unpaid]
    .filter(([, amount]) => amount > 0n)
    .map(([pool, amount]) => ({ pool, amount: formatYuan(fen(amount)) }))
    .toSorted((a, b) => (a.pool < b.pool ? -1 : 1));
}
