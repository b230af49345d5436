import { PPM } from '#domain/projection/driver';

/** One age band of an insurance type. Bands go from the youngest to the oldest. */
export interface Band {
  readonly id: string;
  /** Number of years of age that it spans; undefined where nobody leaves it by ageing, as in the oldest band. */
  readonly years: bigint | undefined;
  /** Relative cost of one person, in millionths of the unit of comparison. */
  readonly costWeightPpm: bigint;
  /** Growth of its cost above the cost driver, a year. */
  readonly costAbovePpm: bigint;
  /** Share that dies or leaves in a year. */
  readonly exitsPpm: bigint;
  /** Share that contributes: retired employees do not. */
  readonly contributingPpm: bigint;
  /** Share of the newly enrolled that enter here; the bands' shares make up the whole. */
  readonly enteringPpm: bigint;
  /** Where the figures of the band come from. */
  readonly basis: string;
}

/** A pool's persons by band, and what one of each costs; in the bands' order. */
export interface Cohorts {
  readonly persons: readonly bigint[];
  /** Relative costs in 10^-12 of the unit: growth is rounded half up there, less than a fen in 10^10 yuan. */
  readonly costs: readonly bigint[];
}

/** Makes the cohorts of the first year, at the stated relative costs. */
export function firstCohorts(bands: readonly Band[], persons: readonly bigint[]): Cohorts {
  return { persons, costs: bands.map(({ costWeightPpm }) => costWeightPpm * PPM) };
}

/**
 * Reckons the next year's cohorts. From each band its exits leave (half up); of those who stay, one in each of the
 * band's years of age moves on (rounded down); the newly enrolled (half up of all insured) enter by the bands' shares.
 * A cost that falls by more than its whole is zero.
 */
export function nextCohorts(
  bands: readonly Band[],
  { persons, costs }: Cohorts,
  rates: { readonly costPpm: bigint; readonly entriesPpm: bigint },
): Cohorts {
  const entering = enteringOf(bands, share(sum(persons), rates.entriesPpm));
  let ageing = 0n;
  const next = bands.map(({ exitsPpm, years }, index) => {
    const before = persons[index] ?? 0n;
    const staying = before - share(before, exitsPpm);
    const leaving = years === undefined ? 0n : staying / years;
    const after = staying - leaving + ageing + (entering[index] ?? 0n);
    ageing = leaving;
    return after;
  });
  return {
    persons: next,
    costs: bands.map(({ costAbovePpm }, index) => {
      const factor = PPM + rates.costPpm + costAbovePpm;
      return share(costs[index] ?? 0n, factor > 0n ? factor : 0n);
    }),
  };
}

/** Sums the persons of all bands. */
export function personsOf({ persons }: Cohorts): bigint {
  return sum(persons);
}

/** Sums contributors in millionths: exact, so that a band of which a share contributes loses nothing by rounding. */
export function contributingOf(bands: readonly Band[], { persons }: Cohorts): bigint {
  return sum(bands.map(({ contributingPpm }, index) => (persons[index] ?? 0n) * contributingPpm));
}

/** Sums relative costs of all persons; only the change from year to year has a meaning. */
export function costOf({ persons, costs }: Cohorts): bigint {
  return sum(persons.map((count, index) => count * (costs[index] ?? 0n)));
}

/** Splits the newly enrolled by the running sum of the bands' shares, so that the parts make up the whole. */
function enteringOf(bands: readonly Band[], whole: bigint): readonly bigint[] {
  let upTo = 0n;
  return bands.map(({ enteringPpm }) => {
    const before = (whole * upTo) / PPM;
    upTo += enteringPpm;
    return (whole * upTo) / PPM - before;
  });
}

const HALF = PPM / 2n;

function share(whole: bigint, ppm: bigint): bigint {
  // Nothing here is below zero, so that half up is adding a half.
  return (whole * ppm + HALF) / PPM;
}

function sum(values: readonly bigint[]): bigint {
  return values.reduce((total, value) => total + value, 0n);
}
