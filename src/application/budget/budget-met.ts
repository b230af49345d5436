import { readActuals } from '#application/budget/actuals';
import { findCurrent } from '#application/budget/find-current';
import type { BudgetServices } from '#application/budget/services';
import type { BudgetExecution } from '#application/ports/budget-execution';
import { compareExecution } from '#domain/budget/execution';
import { keptTo, type KeptSide } from '#domain/budget/kept-to';
import { formatYuanGrouped } from '#kernel/fen';

/** Whether a pool kept to its budget of the pooled fund, from the adopted budget and the ledger's cash book of the year. */
export function createBudgetExecution({
  budgetStore,
  statementStore,
}: Pick<BudgetServices, 'budgetStore' | 'statementStore'>): BudgetExecution {
  return {
    async findBudgetMet(scope, { pool, insuranceType, year }) {
      const found = await budgetStore.within(scope, async (office) => {
        const budget = await office.findBudgetOf(pool, insuranceType, year);
        const current = budget === undefined ? undefined : await findCurrent(office, budget);
        if (budget === undefined || current === undefined) return undefined;
        return { budget, table: current.table };
      });
      if (found === undefined || typeof found === 'string') return undefined;
      const { budget, table } = found;
      const actuals = await readActuals({ statementStore }, scope, budget, 12);
      const { lines } = compareExecution(table, actuals, 12, []);
      const { isMet, income, expenditure } = keptTo(lines, budget.kind);
      return {
        isMet,
        basis: `${textOf('income', income)}; ${textOf('expenditure', expenditure)} (budget ${pool}/${insuranceType}/${year})`,
      };
    },
  };
}

function textOf(name: string, { budget, actual }: KeptSide): string {
  return `${name} ${formatYuanGrouped(actual)} / ${formatYuanGrouped(budget)}`;
}
