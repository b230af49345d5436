import type { BooksRow, MonthRow } from '#application/ports/ledger-rows';

/** Which month of each books is the first open one, as the ledger's numbers go on. */
export interface OpenMonths {
  /** Closes all months that were closed before this number. */
  readonly advance: (number: number) => void;
  /** Undefined where the books are not opened. */
  readonly find: (pool: string | null, insuranceType: string | null) => string | undefined;
}

export function createOpenMonths(books: readonly BooksRow[], months: readonly MonthRow[]): OpenMonths {
  const open = new Map<string | null, Map<string | null, string>>();
  const openFrom = (pool: string, insuranceType: string, month: string): void => {
    open.set(pool, (open.get(pool) ?? new Map<string | null, string>()).set(insuranceType, month));
  };
  for (const { pool, insuranceType, firstMonth } of books) openFrom(pool, insuranceType, firstMonth);
  const inOrder = months.toSorted((a, b) => Number(a.number) - Number(b.number));
  let next = 0;
  return {
    advance: (number) => {
      for (
        let closed = inOrder[next];
        closed !== undefined && Number(closed.number) < number;
        closed = inOrder[next]
      ) {
        openFrom(closed.pool, closed.insuranceType, monthAfter(closed.month));
        next += 1;
      }
    },
    find: (pool, insuranceType) => open.get(pool)?.get(insuranceType),
  };
}

/** First days of months: 2026-12-01 → 2027-01-01. */
export function monthAfter(month: string): string {
  const [year = 0, at = 0] = month.split('-').map(Number);
  const [nextYear, next] = at === 12 ? [year + 1, 1] : [year, at + 1];
  return `${nextYear.toString().padStart(4, '0')}-${next.toString().padStart(2, '0')}-01`;
}
