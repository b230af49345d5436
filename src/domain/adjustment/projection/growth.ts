import type { Fen } from '#kernel/fen';
import type { Rate } from '#kernel/rate';
import { halfUpToInteger, quotient, type Rational } from '#kernel/rational';
import { roundToFen } from '#kernel/rounding';

/** Figures of a pool that grow by a rate of their own; all others follow from these or from the year before. */
export const GROWING = ['collections', 'revenue', 'expenditure', 'insured'] as const;
export type Growing = (typeof GROWING)[number];

/** Growth from one year to the next, exact: 5% is 1/20, a shrinkage is below zero. */
export type Growth = Readonly<Record<Growing, Rate>>;

/** The common growth of all pools, and that of single pools where different. */
export interface GrowthAssumptions {
  readonly common: Growth;
  readonly byPool: ReadonlyMap<string, Readonly<Partial<Growth>>>;
}

/** Reads the growth of a pool: its own where it has one, otherwise the common one. */
export function growthOf({ common, byPool }: GrowthAssumptions, pool: string): Growth {
  return { ...common, ...byPool.get(pool) };
}

/**
 * Reckons next year's amount: this year's × (1 + growth), half up to the fen. Each year grows from the rounded amount
 * of the year before, so that every year can be checked by hand from the one before it.
 */
export function growAmount(amount: Fen, growth: Rate): Fen {
  return roundToFen(grown(amount, growth), 'half_up');
}

/** Reckons next year's persons: this year's × (1 + growth), half up to a whole person. */
export function growPersons(persons: bigint, growth: Rate): bigint {
  return halfUpToInteger(grown(persons, growth));
}

function grown(whole: bigint, { numerator, denominator }: Rate): Rational {
  return quotient(whole * (denominator + numerator), denominator);
}
