/** Tenths of the persons' years, from those of the least cost to those of the most. */
export const DECILES = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '10'] as const;

/** Where a year lies whose cost is not known. */
export const UNKNOWN_DECILE = DECILES.length;

/**
 * The tenth of each person's year by its cost, over all stretches together. Years of equal cost lie in the same
 * tenth, so that which of them come first changes nothing.
 * @param costs by stretch, the cost of each person's year in its order; NaN where it is not known
 * @returns in the same order, positions in `DECILES`
 */
export function decilesOf(costs: readonly Float64Array[]): readonly Uint8Array[] {
  const count = costs.reduce((sum, { length }) => sum + length, 0);
  const sorted = new Float64Array(count);
  let known = 0;
  for (const stretch of costs) {
    for (const cost of stretch) if (!Number.isNaN(cost)) sorted[known++] = cost;
  }
  const ordered = sorted.subarray(0, known).sort();
  const ends = DECILES.slice(1).map(
    (_, at) => ordered[Math.ceil(((at + 1) * known) / DECILES.length) - 1] ?? 0,
  );
  return costs.map((stretch) => Uint8Array.from(stretch, (cost) => decileOf(cost, ends)));
}

function decileOf(cost: number, ends: readonly number[]): number {
  if (Number.isNaN(cost)) return UNKNOWN_DECILE;
  let decile = 0;
  while (decile < ends.length && cost > (ends[decile] ?? 0)) decile += 1;
  return decile;
}
