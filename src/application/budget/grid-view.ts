import { gridRoundings, type BudgetGrid } from '#domain/budget/grid';
import { formatYuan } from '#kernel/fen';
import { digitsText } from '#kernel/shown-amount';

/** Shows a form's rows in yuan, with the differences from rounding to ten thousand yuan. */
export function gridView(grid: BudgetGrid) {
  return {
    columns: [...grid.columns],
    rows: grid.rows.map(({ cells, ...row }) => ({
      ...row,
      cells: cells.map((cell) => (cell === null ? null : formatYuan(cell))),
    })),
    roundings: gridRoundings(grid, 'wan').map(({ digits, ...at }) => ({ ...at, amount: digitsText(digits) })),
  };
}
