/** The months of a year as the contract writes them. */
export const MONTHS: readonly string[] = Array.from({ length: 12 }, (_, index) => String(index + 1));

/** Through which month execution is looked at first: the present one of a year that goes on, else the last. */
export function monthToShow(year: number, today: string): string {
  return today.startsWith(`${year}-`) ? String(Number(today.slice(5, 7))) : '12';
}
