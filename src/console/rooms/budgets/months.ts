/** The months of a year as the contract writes them. */
export const MONTHS: readonly string[] = Array.from({ length: 12 }, (_, index) => String(index + 1));

/** Through which month execution is looked at first: the last one that has begun, or the first of a year ahead. */
export function monthToShow(year: number, today: string): string {
  const present = Number(today.slice(0, 4));
  if (year > present) return '1';
  return year === present ? String(Number(today.slice(5, 7))) : '12';
}
