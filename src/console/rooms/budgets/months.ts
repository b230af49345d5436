/** The months of a year as the contract writes them. */
export const MONTHS: readonly string[] = Array.from({ length: 12 }, (_, index) => String(index + 1));
