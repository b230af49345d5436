import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { consolidate } from '#domain/budget/consolidate';
import { gridRoundings, type BudgetGrid } from '#domain/budget/grid';
import { consolidatedTable, sectionsOf, standardTable } from '#domain/budget/standard-tables';
import { totalsOf, type BudgetTable } from '#domain/budget/table';
import { present } from '#kernel/assert';
import { fen, type Fen } from '#kernel/fen';
import { digitsText } from '#kernel/shown-amount';
import { arbitraryPoolTable, evenTable, fundTableFor, POOL_IDS } from '#tests/support/budget-tables';

const type = fc.constantFrom('employee' as const, 'resident' as const);
const province = type.chain((insuranceType) =>
  fc.tuple(...POOL_IDS.map((pool) => arbitraryPoolTable(pool, insuranceType))).map((pools) => {
    return [...pools, fundTableFor(pools, insuranceType, fen(7n))] as readonly BudgetTable[];
  }),
);

function cell(grid: BudgetGrid, row: string, column: string): Fen | null {
  const found = present(
    grid.rows.find(({ id }) => id === row),
    row,
  );
  return found.cells[grid.columns.indexOf(column)] ?? null;
}

describe('a consolidated table', () => {
  it('NAT-28.5: eliminates what both levels state of each other line by line, and ends in the consolidation', () => {
    fc.assert(
      fc.property(province, (tables) => {
        const grid = consolidatedTable(tables, 'whole');
        for (const line of ['4401', '4402', '5301', '5302']) expect(cell(grid, line, 'total')).toBe(0n);
        const { totals } = present(consolidate(tables)[0], 'a consolidation');
        for (const sum of ['income', 'expenditure', 'yearBalance', 'opening', 'accumulated'] as const) {
          expect(cell(grid, sum, 'total')).toBe(totals[sum]);
        }
        expect(cell(grid, 'yearBalance', 'eliminated')).toBe(0n);
        for (const table of tables) {
          expect(cell(grid, 'accumulated', `pool:${table.pool}`)).toBe(totalsOf(table).accumulated);
        }
        expect(gridRoundings(grid, 'yuan')).toEqual([]);
      }),
    );
  });

  it('NAT-28.2: the parts of the fund add up to the whole, in every cell', () => {
    fc.assert(
      fc.property(province, (tables) => {
        const [whole, ...parts] = sectionsOf(present(tables[0], 'a table').insuranceType).map((section) =>
          consolidatedTable(tables, section),
        );
        for (const { id } of present(whole, 'the whole').rows) {
          for (const column of parts.length === 0 ? [] : (whole?.columns ?? [])) {
            const sum = parts.reduce((all, part) => all + (cell(part, id, column) ?? 0n), 0n);
            expect(cell(present(whole, 'the whole'), id, column) ?? 0n).toBe(sum);
          }
        }
      }),
      { numRuns: 30 },
    );
  });

  it('what a kind of books has no line for is empty, not nil', () => {
    const pool = evenTable('resident', 100n);
    const grid = consolidatedTable([pool, fundTableFor([pool], 'resident', fen(0n))], 'whole');
    expect([cell(grid, '4402', 'pool:east'), cell(grid, '4001', 'pool:yunhai')]).toEqual([null, null]);
    expect(cell(grid, '4402', 'pool:yunhai')).toBe(100n);
  });
});

describe('a standard table', () => {
  it('has its lines in the order of the form: income, benefits by category, other spending, balances', () => {
    expect(standardTable(evenTable('resident', 1n)).rows.map(({ id }) => id)).toEqual([
      'income',
      '4001',
      '4101',
      '4201',
      '4501',
      '4401',
      'expenditure',
      'benefits',
      '5001.inpatient',
      '5001.outpatient_serious',
      '5001.outpatient',
      '5001.maternity_medical',
      '5001.maternity_allowance',
      '5001.pharmacy',
      '5001.other',
      '5101',
      '5401',
      '5301',
      'yearBalance',
      'opening',
      'accumulated',
    ]);
  });

  it('NAT-P.3: tells what ten thousands leave over, beside the total whose parts do not add up', () => {
    const table = evenTable('resident', 0n, { '4001/pooled': 4_999n, '4201/pooled': 4_999n });
    expect(
      gridRoundings(standardTable(table), 'wan').map(({ row, column, over, digits }) => [
        row,
        column,
        over,
        digitsText(digits),
      ]),
    ).toEqual([['income', 'whole', 'lines', '0.01']]);
  });
});
