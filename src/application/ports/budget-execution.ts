import type { BooksOf } from '#application/ports/ledger-store';
import type { Scope } from '#domain/identity/account';

/** Whether a pool kept to its budget: income met and expenditure not exceeded (JX-2.5). */
export interface BudgetExecution {
  /** With what it rests on, in words; undefined where the program holds no adopted budget of the pool's year. */
  findBudgetMet(
    scope: Scope,
    of: BooksOf & { readonly year: number },
  ): Promise<{ readonly isMet: boolean; readonly basis: string } | undefined>;
}
