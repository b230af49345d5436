/** "2023", "2023 execution", "2024 budget": a whole year. "2023Q1", "2023H1", "2025-H1 cumulative": a part. */
const WHOLE_YEAR = /^(\d{4})(?: (?:execution|budget))?$/;

/** The year that a printed period covers whole; undefined when it is a part of a year. */
export function findWholeYear(period: string): number | undefined {
  const year = WHOLE_YEAR.exec(period)?.[1];
  return year === undefined ? undefined : Number.parseInt(year, 10);
}
