import { fen, positivePart, type Fen } from '#kernel/fen';

/** A deficit that nobody bears: how it stands at the end of a year, and how that year has moved it. */
export interface Deficit {
  /** The part of the closing balance below zero: a stock, which the next year opens with. */
  readonly deficit: Fen;
  /**
   * What the year adds to it, below zero where the year makes some of it good: a flow. The flows of all years, and the
   * deficit that the first one opens with, make up the last year's deficit, so that no gap is counted twice.
   */
  readonly uncovered: Fen;
}

/** Of a pool or the fund, from its balances at both ends of the year. */
export function deficitBetween(opening: Fen, closing: Fen): Deficit {
  const deficit = positivePart(0n - closing);
  return { deficit, uncovered: fen(deficit - positivePart(0n - opening)) };
}
