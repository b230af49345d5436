import { spentOn } from '#application/budget/actuals';
import { findCurrent } from '#application/budget/find-current';
import { notAdopted } from '#application/budget/refusals';
import type { BudgetServices } from '#application/budget/services';
import type { Budget } from '#application/ports/budget-store';
import type { BudgetGate } from '#application/ports/budget-gate';
import { decideWithin } from '#application/transaction/decide-within';
import { lineOf, type BudgetTable } from '#domain/budget/table';
import { allow, refuse, type Decision } from '#kernel/decision';
import { fen, type Fen } from '#kernel/fen';

/** Creates the gate, on the adopted budgets and the ledger's cash book. */
export function createBudgetGate({
  budgetStore,
  statementStore,
}: Pick<BudgetServices, 'budgetStore' | 'statementStore'>): BudgetGate {
  return {
    async remainingFen(scope, { pool, insuranceType, year, line }): Promise<Decision<Fen>> {
      const [account = '', part = ''] = line.split('.');
      const found = await decideWithin(
        budgetStore,
        scope,
        async (office): Promise<Decision<{ readonly budget: Budget; readonly table: BudgetTable }>> => {
          const budget = await office.findBudgetOf(pool, insuranceType, year);
          const current = budget === undefined ? undefined : await findCurrent(office, budget);
          if (budget === undefined || current === undefined) return refuse(notAdopted(pool, year));
          return allow({ budget, table: current.table });
        },
      );
      if (!found.allowed) return found;
      const { budget, table } = found.value;
      const allotted = table.amounts
        .filter((amount) => lineOf(budget.kind, amount).account === account && amount.part === part)
        .reduce((sum, amount) => sum + amount.fen, 0n);
      return allow(fen(allotted - (await spentOn({ statementStore }, scope, budget, account, part))));
    },
  };
}
