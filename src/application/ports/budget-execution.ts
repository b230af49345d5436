import type { BooksOf } from '#application/ports/ledger-store';
import type { NotOwn } from '#domain/budget/kept-to';
import type { Scope } from '#domain/identity/account';

export interface BudgetMet {
  readonly isMet: boolean;
  readonly basis: string;
  /** Whether the year's final account is approved. */
  readonly hasFinalAccount: boolean;
}

/** Whether a pool kept to its budget: income met and expenditure not exceeded (JX-2.5). */
export interface BudgetExecution {
  /**
   * Finds whether the budget was met, with the basis in words; undefined where the pool's year has no adopted budget.
   */
  findBudgetMet(
    scope: Scope,
    of: BooksOf & { readonly year: number },
    notOwn?: NotOwn,
  ): Promise<BudgetMet | undefined>;
}
