import type { BooksRow, MonthRow } from '#application/ports/ledger-rows';
import type { LedgerCheck } from '#application/ports/ledger-verifier';
import { monthAfter } from '#application/proof/open-months';
import { createTally } from '#application/proof/tally';

const TITLE = { zh: '按月依次结账', en: 'months were closed in order' };

/**
 * Checks that the closed months of each books follow each other without a gap from the first, and so do their numbers.
 */
export function checkClosedMonths(books: readonly BooksRow[], months: readonly MonthRow[]): LedgerCheck {
  const tally = createTally('closed_months', TITLE);
  const next = new Map(
    books.map(({ pool, insuranceType, firstMonth }) => [`${pool} ${insuranceType}`, firstMonth]),
  );
  const last = new Map<string, number>();
  const inOrder = months.toSorted((a, b) => (a.month < b.month ? -1 : a.month > b.month ? 1 : 0));
  for (const { number, pool, insuranceType, month } of inOrder) {
    const key = `${pool} ${insuranceType}`;
    const isWrong = month !== next.get(key) || Number(number) <= (last.get(key) ?? 0);
    tally.look(isWrong, `${key} ${month}`);
    next.set(key, monthAfter(month));
    last.set(key, Number(number));
  }
  return tally.check();
}
