import type { BooksOf } from '#application/ports/ledger-store';
import type { Scope } from '#domain/identity/account';
import type { ExpenditureLine } from '#domain/payout/plan-lines';
import type { Decision } from '#kernel/decision';
import type { Fen } from '#kernel/fen';

export interface BudgetLineOf extends BooksOf {
  /** Calendar year of the budget. */
  readonly year: number;
  /** Such as `5001.pooled`: statutory account and fund. */
  readonly line: ExpenditureLine;
}

/**
 * What the adopted budget still leaves to be planned. Asked when money is planned (payment plans), never when a benefit
 * is settled: what a patient is owed does not depend on a budget.
 */
export interface BudgetGate {
  /**
   * The line as it was adopted and adjusted, less what the ledger shows as spent on it in the year; in fen, below zero
   * where more was spent. Money that is planned and not yet spent is not deducted: the asker knows its own plans.
   * A year without an adopted budget is refused as `budget_not_adopted`; a line that the budget does not have is nil.
   */
  remainingFen(scope: Scope, line: BudgetLineOf): Promise<Decision<Fen>>;
}
