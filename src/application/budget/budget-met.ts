import { readActuals } from '#application/budget/actuals';
import { findCurrent } from '#application/budget/find-current';
import type { BudgetServices } from '#application/budget/services';
import type { BudgetExecution } from '#application/ports/budget-execution';
import { compareExecution, type ExecutedLine } from '#domain/budget/execution';
import { findLine } from '#domain/budget/lines';
import { formatYuanGrouped, fen, type Fen } from '#kernel/fen';

/** Whether a pool kept to its budget, from the adopted budget and the ledger's cash book of the year. */
export function createBudgetExecution({
  budgetStore,
  ledgerReader,
}: Pick<BudgetServices, 'budgetStore' | 'ledgerReader'>): BudgetExecution {
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
      const actuals = await readActuals({ ledgerReader, budgetStore }, scope, budget, 12);
      const { lines } = compareExecution(table, actuals, 12, []);
      // Levies and allocations follow from the adjustment itself; a pool's own income and spending are judged.
      const own = lines.filter(({ line }) => findLine(budget.kind, line)?.isTransfer !== true);
      const income = sumOf(own, 'income');
      const spending = sumOf(own, 'expenditure');
      return {
        isMet: income.actual >= income.budget && spending.actual <= spending.budget,
        basis: `${textOf('income', income)}; ${textOf('expenditure', spending)} (budget ${pool}/${insuranceType}/${year})`,
      };
    },
  };
}

interface Sums {
  readonly budget: Fen;
  readonly actual: Fen;
}

function sumOf(lines: readonly ExecutedLine[], side: ExecutedLine['side']): Sums {
  const own = lines.filter((line) => line.side === side);
  return {
    budget: fen(own.reduce((sum, { budgetFen }) => sum + (budgetFen ?? 0n), 0n)),
    actual: fen(own.reduce((sum, { actualFen }) => sum + actualFen, 0n)),
  };
}

function textOf(name: string, { budget, actual }: Sums): string {
  return `${name} ${formatYuanGrouped(actual)} / ${formatYuanGrouped(budget)}`;
}
