import type { RunSummary } from '#console/api/queries.ts';

/** What of a run the reader chooses by. */
type Choice = Pick<RunSummary, 'packId' | 'year' | 'scheme'>;

/**
 * The run to show for another place or year: of the same insurance type and year if there is one, else as near as
 * there is; of several the newest. Undefined where nothing was reckoned for the choice.
 * @param runs newest first
 */
export function nearestRun(
  runs: readonly RunSummary[],
  current: Choice,
  choice: Partial<Pick<Choice, 'packId' | 'year'>>,
): RunSummary | undefined {
  const { packId, year } = { ...current, ...choice };
  const inPlace = runs.filter((run) => run.packId === packId);
  const inYear = inPlace.filter((run) => run.year === year);
  // A place that was chosen may lack the year on screen; a year that was chosen is never given up.
  const candidates = inYear.length > 0 || choice.year !== undefined ? inYear : inPlace;
  return candidates.find((run) => run.scheme === current.scheme) ?? candidates[0];
}

/** The places that have runs, each once, in the order of their newest run. */
export function placesOf(runs: readonly RunSummary[]): readonly string[] {
  return [...new Set(runs.map((run) => run.packId))];
}

/** The years that a place has runs of, the latest first. */
export function yearsOf(runs: readonly RunSummary[], packId: string): readonly number[] {
  const years = new Set(runs.filter((run) => run.packId === packId).map((run) => run.year));
  return [...years].toSorted((a, b) => b - a);
}
