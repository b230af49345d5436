import { findConsolidation } from '#application/budget/find-consolidation';
import type { BudgetServices } from '#application/budget/services';
import { gridRoundings, type BudgetGrid } from '#domain/budget/grid';
import { consolidatedTable, sectionsOf, SECTION_LABELS } from '#domain/budget/standard-tables';
import type { Scope } from '#domain/identity/account';
import { allow, type Decision } from '#kernel/decision';
import { formatYuan } from '#kernel/fen';
import { digitsText } from '#kernel/shown-amount';

/* The view's type follows from what it returns; the contract's schema checks it. */

/** A consolidation line by line: a column for each pool and the fund, what is eliminated, and the total (NAT-28.5). */
export async function showConsolidation(
  services: Pick<BudgetServices, 'budgetStore' | 'placeStore'>,
  scope: Scope,
  roundId: string,
  number: number,
) {
  const found = await findConsolidation(services, scope, roundId, number);
  if (!found.allowed) return found;
  const { members, types, placeName } = found.value;
  return allow({
    number,
    placeName,
    types: types.map(({ insuranceType, tables }) => ({
      insuranceType,
      members: members
        .filter(({ budget }) => budget.insuranceType === insuranceType)
        .map(({ budget, name }) => ({ id: budget.pool, kind: budget.kind, name })),
      sections: sectionsOf(insuranceType).map((section) => ({
        id: section,
        label: SECTION_LABELS[section],
        ...gridView(consolidatedTable(tables, section)),
      })),
    })),
  }) satisfies Decision<object>;
}

/** A form's rows in yuan, and what rounding to ten thousand yuan leaves over in it. */
function gridView(grid: BudgetGrid) {
  return {
    columns: [...grid.columns],
    rows: grid.rows.map(({ cells, ...row }) => ({
      ...row,
      cells: cells.map((cell) => (cell === null ? null : formatYuan(cell))),
    })),
    roundings: gridRoundings(grid, 'wan').map(({ digits, ...at }) => ({ ...at, amount: digitsText(digits) })),
  };
}
