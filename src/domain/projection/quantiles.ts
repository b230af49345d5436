import { present } from '#kernel/assert';

/** Percentiles that a fan shows. */
export const PERCENTILES = [5, 25, 50, 75, 95] as const;
export type Percentile = (typeof PERCENTILES)[number];
export type Quantiles = Readonly<Record<`p${Percentile}`, bigint>>;

/**
 * Quantiles by nearest rank: the smallest of the values that at least p% of them do not exceed. Each is one of the
 * values, so that no figure is made up between two.
 * @param values one of each path, at least one
 */
export function quantilesOf(values: readonly bigint[]): Quantiles {
  const sorted = values.toSorted((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  const at = (percent: Percentile): bigint =>
    present(sorted[Math.ceil((percent * sorted.length) / 100) - 1], 'at least one value');
  return { p5: at(5), p25: at(25), p50: at(50), p75: at(75), p95: at(95) };
}
