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
 * Asks what the adopted budget still leaves to plan. Called when money is planned (payment plans), never when a benefit
 * is settled: what a patient is owed does not depend on a budget.
 */
export interface BudgetGate {
  /**
   * Reckons the adopted and amended line less what the ledger shows as spent on it in the year, in fen; negative where
   * more was spent. Planned but unspent money is not deducted: the caller knows its own plans. Refuses a year without
   * adopted budget (`budget_not_adopted`); a line not in the budget is zero.
   */
  remainingFen(scope: Scope, line: BudgetLineOf): Promise<Decision<Fen>>;
}
