import { budgetOf, readTable, readVersion, type TableText } from '#application/budget/content';
import type { Budget, BudgetOffice, BudgetPaper } from '#application/ports/budget-store';
import type { BudgetTable } from '#domain/budget/table';
import { placeKey } from '#domain/budget/table';
import { fen } from '#kernel/fen';

/** The stored content of an adjustment plan: the changed lines, with their new amounts. */
export interface AmendmentContent {
  /** Place → amount in yuan, before and after. */
  readonly changes: Readonly<Record<string, { readonly before: string; readonly after: string }>>;
  readonly cite: readonly string[];
}

export interface CurrentBudget {
  readonly consolidationId: string;
  readonly table: BudgetTable;
  /** Approved plans in it, oldest first. */
  readonly plans: readonly BudgetPaper[];
}

/** Finds the budget in force: as adopted, with every approved plan in order; undefined before its adoption. */
export async function findCurrent(office: BudgetOffice, budget: Budget): Promise<CurrentBudget | undefined> {
  const adopted = await office.findAdopted(budget);
  if (adopted === undefined) return undefined;
  const papers = await office.listPapers(budget.id, 'amendment');
  const plans = papers.filter(({ decided }) => decided?.decision === 'approved');
  const base = readTable(budgetOf(budget), readVersion(adopted.version).table);
  return {
    consolidationId: adopted.consolidationId,
    plans,
    table: plans.reduce(
      (table, { content }) => withChanges(table, JSON.parse(content) as AmendmentContent),
      base,
    ),
  };
}

/** Applies a plan's changes to a table. */
export function withChanges(table: BudgetTable, { changes }: AmendmentContent): BudgetTable {
  const text: TableText = {
    opening: {},
    amounts: Object.fromEntries(Object.entries(changes).map(([key, { after }]) => [key, after])),
  };
  const after = new Map(readTable(table, text).amounts.map((amount) => [placeKey(amount), amount.fen]));
  return {
    ...table,
    amounts: table.amounts.map((amount) => ({
      ...amount,
      fen: fen(after.get(placeKey(amount)) ?? amount.fen),
    })),
  };
}
