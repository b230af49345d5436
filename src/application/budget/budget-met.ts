import { readActuals } from '#application/budget/actuals';
import { findCurrent } from '#application/budget/find-current';
import type { BudgetServices } from '#application/budget/services';
import type { BudgetExecution } from '#application/ports/budget-execution';
import { compareExecution } from '#domain/budget/execution';
import { keptTo, type KeptSide, type NotOwn } from '#domain/budget/kept-to';
import { formatYuanGrouped, ZERO_FEN } from '#kernel/fen';

/**
 * Reckons whether a pool kept to its budget of the pooled fund, from the adopted budget and the year's cash book.
 */
export function createBudgetExecution({
  budgetStore,
  statementStore,
}: Pick<BudgetServices, 'budgetStore' | 'statementStore'>): BudgetExecution {
  return {
    async findBudgetMet(scope, { pool, insuranceType, year }, notOwn = NOTHING) {
      const found = await budgetStore.within(scope, async (office) => {
        const budget = await office.findBudgetOf(pool, insuranceType, year);
        const current = budget === undefined ? undefined : await findCurrent(office, budget);
        if (budget === undefined || current === undefined) return undefined;
        const account = (await office.listPapers(budget.id, 'final_account')).at(-1);
        const hasFinalAccount = account?.decided?.decision === 'approved';
        return { budget, table: current.table, hasFinalAccount };
      });
      if (found === undefined) return undefined;
      const { budget, table, hasFinalAccount } = found;
      const actuals = await readActuals({ statementStore }, scope, budget, 12);
      const { lines } = compareExecution(table, actuals, 12, []);
      const { isMet, income, expenditure } = keptTo(lines, budget.kind, notOwn);
      return {
        isMet,
        hasFinalAccount,
        basis: `${textOf('income', income)}; ${textOf('expenditure', expenditure)} (budget ${pool}/${insuranceType}/${year}${withoutText(notOwn)})`,
      };
    },
  };
}

const NOTHING: NotOwn = { income: ZERO_FEN, expenditure: ZERO_FEN };

function withoutText({ income, expenditure }: NotOwn): string {
  if (income === ZERO_FEN && expenditure === ZERO_FEN) return '';
  return `, without income ${formatYuanGrouped(income)} and expenditure ${formatYuanGrouped(expenditure)} not its own`;
}

function textOf(name: string, { budget, actual, unstated }: KeptSide): string {
  const beyond = unstated.length === 0 ? '' : `, with ${unstated.join(', ')} that the budget does not state`;
  return `${name} ${formatYuanGrouped(actual)} / ${formatYuanGrouped(budget)}${beyond}`;
}
