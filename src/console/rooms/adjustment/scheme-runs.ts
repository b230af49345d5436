import type { RunSummary } from '#console/api/queries.ts';

/** In the order in which the field names them. */
const SCHEMES = ['employee', 'resident'];

/**
 * The runs between which the reader of a run may switch: of each insurance type the newest of the same pack and
 * year, the run itself standing for its own type.
 * @param runs newest first
 */
export function schemeRuns(runs: readonly RunSummary[], current: RunSummary): readonly RunSummary[] {
  const found = new Map([[current.scheme, current]]);
  for (const run of runs) {
    const isAkin = run.packId === current.packId && run.year === current.year;
    if (isAkin && !found.has(run.scheme)) found.set(run.scheme, run);
  }
  return [...found.values()].toSorted((a, b) => SCHEMES.indexOf(a.scheme) - SCHEMES.indexOf(b.scheme));
}
