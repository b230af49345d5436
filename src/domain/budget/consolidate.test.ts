import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { consolidate, findMismatches, mismatchRefusal } from '#domain/budget/consolidate';
import { partsOf, totalsOf, type BudgetTable } from '#domain/budget/table';
import { fen } from '#kernel/fen';
import { arbitraryPoolTable, evenTable, fundTableFor, POOL_IDS } from '#tests/support/budget-tables';

const type = fc.constantFrom('employee' as const, 'resident' as const);

const province = type.chain((insuranceType) =>
  fc
    .tuple(
      ...POOL_IDS.map((pool) => arbitraryPoolTable(pool, insuranceType)),
      fc.bigInt({ min: 0n, max: 10n ** 12n }),
    )
    .map((drawn) => {
      const pools = drawn.slice(0, POOL_IDS.length) as readonly BudgetTable[];
      const interest = fen(drawn[POOL_IDS.length] as bigint);
      return [...pools, fundTableFor(pools, insuranceType, interest)];
    }),
);

describe('a standard table', () => {
  it('SC-2.1-c: adds up, parts to the whole and opening with the balance of the year to the accumulated one', () => {
    fc.assert(
      fc.property(
        type.chain((insuranceType) => arbitraryPoolTable('east', insuranceType)),
        (table) => {
          const whole = totalsOf(table);
          const parts = partsOf(table.kind, table.insuranceType).map((part) => totalsOf(table, part));
          for (const key of ['income', 'expenditure', 'yearBalance', 'opening', 'accumulated'] as const) {
            expect(parts.reduce((sum, totals) => sum + totals[key], 0n)).toBe(whole[key]);
          }
          expect(whole.accumulated).toBe(whole.opening + whole.income - whole.expenditure);
        },
      ),
    );
  });
});

describe('a consolidation', () => {
  it('SC-2.1-a, SC-2.2-c, SD-3.5-a: eliminates levies and allocations to nil and keeps the sum of the balances', () => {
    fc.assert(
      fc.property(province, (tables) => {
        expect(findMismatches(tables)).toEqual([]);
        const [sum] = consolidate(tables);
        const balances = tables.map((table) => totalsOf(table));
        expect(sum?.totals.yearBalance).toBe(
          balances.reduce((all, { yearBalance }) => all + yearBalance, 0n),
        );
        expect(sum?.totals.accumulated).toBe(
          balances.reduce((all, { accumulated }) => all + accumulated, 0n),
        );
        expect(sum?.amounts.some(({ line }) => ['4401', '4402', '5301', '5302'].includes(line))).toBe(false);
        const income = sum?.amounts.filter(({ line }) => line.startsWith('4')) ?? [];
        expect(income.reduce((all, one) => all + one.fen, 0n)).toBe(sum?.totals.income);
      }),
    );
  });

  it('SC-2.2-c: names a levy that the pool and the fund do not state alike, by pool and line', () => {
    fc.assert(
      fc.property(
        province,
        fc.constantFrom(...POOL_IDS),
        fc.bigInt({ min: 1n, max: 10n ** 9n }),
        (tables, pool, by) => {
          const wrong = tables.map((table) =>
            table.pool === pool
              ? {
                  ...table,
                  amounts: table.amounts.map((one) =>
                    one.line === '5301' ? { ...one, fen: fen(one.fen + by) } : one,
                  ),
                }
              : table,
          );
          const [mismatch, ...others] = findMismatches(wrong);
          expect(others).toEqual([]);
          expect(mismatch).toMatchObject({ pool, line: '5301' });
          expect((mismatch?.poolFen ?? 0n) - (mismatch?.fundFen ?? 0n)).toBe(by);
        },
      ),
    );
  });

  it('names a pool whose levy no fund has, with what each side states', () => {
    const [mismatch] = findMismatches([evenTable('resident', 0n, { '5301/pooled': 7_000n })]);
    expect(mismatch === undefined ? undefined : mismatchRefusal(mismatch)).toMatchObject({
      code: 'elimination_mismatch',
      at: 'resident/east/5301',
      clause: 'NAT-28.5',
      what: {
        en: 'east states 70.00 yuan on 5301, the adjustment fund 0.00 on 4402; they cannot be eliminated',
      },
    });
  });
});
