import type { BudgetTotals } from '#domain/budget/table';
import { formatYuan } from '#kernel/fen';

/** Sums in yuan; own figures leave out levies and allocations. */
export type TotalsText = { readonly [Key in keyof BudgetTotals]: string };

export function totalsText(totals: BudgetTotals): TotalsText {
  const { ownIncome, income, ownExpenditure, expenditure, yearBalance, opening, accumulated } = totals;
  return {
    ownIncome: formatYuan(ownIncome),
    income: formatYuan(income),
    ownExpenditure: formatYuan(ownExpenditure),
    expenditure: formatYuan(expenditure),
    yearBalance: formatYuan(yearBalance),
    opening: formatYuan(opening),
    accumulated: formatYuan(accumulated),
  };
}
