import { fen, positivePart, type Fen } from '#kernel/fen';

/** A deficit that nobody bears, at the end of a year, with that year's change. */
export interface Deficit {
  /** The part of the closing balance below zero: a stock, which the next year opens with. */
  readonly deficit: Fen;
  /**
   * Change in the year, negative where the year makes some of it good: a flow. The flows of all years, and the deficit
   * at the start of the first, make up the last year's deficit, so that no gap is counted twice.
   */
  readonly uncovered: Fen;
}

/** Reckons the deficit of a pool or the fund from its balances at both ends of the year. */
export function deficitBetween(opening: Fen, closing: Fen): Deficit {
  const deficit = positivePart(0n - closing);
  return { deficit, uncovered: fen(deficit - positivePart(0n - opening)) };
}
