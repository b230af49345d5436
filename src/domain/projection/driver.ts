import { assert } from '#kernel/assert';
import type { Random } from '#domain/projection/random';

/** Rates here are whole millionths: 5% is 50 000 ppm. A drawn rate is a whole number too, so no float is near money. */
export const PPM = 1_000_000n;

/**
 * The drivers of a pool's figures from year to year: the premium per contributor (wages for employees), the cost of one
 * person of unchanged age (medical inflation), and the newly enrolled, as a share of the insured.
 */
export const DRIVERS = ['premium', 'cost', 'entries'] as const;
export type DriverName = (typeof DRIVERS)[number];

/** The spread of a driver, drawn once a year. */
export type Spread =
  | { readonly kind: 'triangular'; readonly lowPpm: bigint; readonly highPpm: bigint }
  | {
      readonly kind: 'discrete';
      readonly outcomes: readonly { readonly ratePpm: bigint; readonly weight: bigint }[];
    };

/** One driver: its central rate with source, and its spread where stated. */
export interface Driver {
  readonly ratePpm: bigint;
  readonly basis: string;
  readonly spread?: Spread;
}

/** Draws a year's rate; a driver without a spread keeps its rate and takes nothing from the stream. */
export function drawRate({ ratePpm, spread }: Driver, random: Random): bigint {
  if (spread === undefined) return ratePpm;
  return spread.kind === 'discrete'
    ? drawDiscrete(spread.outcomes, random)
    : drawTriangular(spread.lowPpm, ratePpm, spread.highPpm, random);
}

/** Finds the lowest and highest rate of a driver; undefined without a spread. */
export function endsOf({
  spread,
}: Driver): { readonly lowPpm: bigint; readonly highPpm: bigint } | undefined {
  if (spread === undefined || spread.kind === 'triangular') return spread;
  const rates = spread.outcomes.map(({ ratePpm }) => ratePpm);
  return {
    lowPpm: rates.reduce((low, rate) => (rate < low ? rate : low)),
    highPpm: rates.reduce((high, rate) => (rate > high ? rate : high)),
  };
}

type Outcomes = Extract<Spread, { readonly kind: 'discrete' }>['outcomes'];

function drawDiscrete(outcomes: Outcomes, random: Random): bigint {
  let drawn = random.below(outcomes.reduce((total, { weight }) => total + weight, 0n));
  for (const { ratePpm, weight } of outcomes) {
    if (drawn < weight) return ratePpm;
    drawn -= weight;
  }
  assert(false, 'a draw below the sum of the weights meets one of them');
}

/** Fine enough that the grid of draws is never seen in a rate of whole millionths. */
const GRID = 1n << 48n;

/**
 * Triangular with its peak at `mode`, by the inverse of its distribution: below the peak low + √(u·w·(mode − low)),
 * above it high − √((1 − u)·w·(high − mode)), with u uniform on a grid and w = high − low; roots rounded down.
 */
function drawTriangular(low: bigint, mode: bigint, high: bigint, random: Random): bigint {
  const width = high - low;
  if (width === 0n) return low;
  const drawn = random.below(GRID);
  const rise = mode - low;
  if (drawn * width < rise * GRID) return low + rootOf((drawn * width * rise) / GRID);
  return high - rootOf(((GRID - drawn) * width * (high - mode)) / GRID);
}

/** Reckons the greatest whole number whose square is not above the value, by Newton's steps from above. */
export function rootOf(value: bigint): bigint {
  if (value < 2n) return value;
  let root = 1n << BigInt(Math.ceil(value.toString(2).length / 2));
  for (;;) {
    const closer = (root + value / root) / 2n;
    if (closer >= root) return root;
    root = closer;
  }
}
