import { fenOf } from '#kernel/fen';

/**
 * How long to draw a bar, in 亿元. A pixel is coarser than any error of this number; every figure that is
 * written comes from the exact text instead.
 */
export function barLength(amount: string): number {
  return Number(fenOf(amount)) / FEN_PER_YI;
}

const FEN_PER_YI = 1e10;

/** Where to draw months payable; null leaves the place empty. */
export function monthsPosition(months: string | null): number | null {
  return months === null ? null : Number(months);
}

/** Height of a chart with a line for each pool. */
export function chartHeight(pools: number): number {
  return pools * LINE + FRAME;
}

const LINE = 27;
const FRAME = 76;
