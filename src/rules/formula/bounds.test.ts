import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainDate } from '#kernel/plain-date';
import { compareRationals, rational } from '#kernel/rational';
import { boundsOf } from '#rules/formula/bounds';
import { dateOfDays, daysOf, fullYearsBetween } from '#rules/formula/day-number';
import { sizeOf } from '#rules/formula/figure';
import { years } from '#rules/formula/interval-arithmetic';
import type { Formula } from '#rules/formula/node';
import { Evaluation, prepareFormula } from '#rules/targets/oracle-evaluation';
import type { FormulaRow } from '#rules/targets/oracle';
import { formulaArbitrary, rowArbitrary } from '#tests/support/formula-graphs';

const cases: fc.Arbitrary<readonly [Formula, readonly FormulaRow[]]> = formulaArbitrary(160, 0).chain(
  (formula) =>
    fc.tuple(fc.constant(formula), fc.array(rowArbitrary(formula), { minLength: 4, maxLength: 8 })),
);

const describeNode = ({ nodes }: Formula, index: number): string =>
  `${index} ${JSON.stringify(nodes[index], (key, value: unknown) => (key === 'label' ? undefined : value))}`;

/** Fen and exact amounts are measured alike. */
const measureOf = ({ nodes }: Formula, index: number): string | undefined =>
  nodes[index]?.unit === 'exact' ? 'fen' : nodes[index]?.unit;

describe('what is proved of a formula holds in every row', () => {
  it('every figure lies within its proved range, and no figure is above one that it is proved to be under', () => {
    let proved = 0;
    fc.assert(
      fc.property(cases, ([formula, rows]) => {
        const bounds = boundsOf(formula);
        const prepared = prepareFormula(formula);
        const orders = ordersOf(formula);
        proved += orders.length;
        for (const row of rows) {
          const evaluation = new Evaluation(prepared, row);
          const sizes = formula.nodes.map((_, index) => {
            const figure = evaluation.figure(index);
            return figure && sizeOf(figure);
          });
          sizes.forEach((size, index) => {
            const range = bounds.range(index);
            if (size === undefined || range === undefined) return;
            if (compareRationals(range.low, size) <= 0 && compareRationals(size, range.high) <= 0) return;
            expect.fail(`outside its range: ${describeNode(formula, index)}`);
          });
          for (const [a, b] of orders) {
            const [lower, upper] = [sizes[a], sizes[b]];
            if (lower === undefined || upper === undefined || compareRationals(lower, upper) <= 0) continue;
            expect.fail(`${describeNode(formula, a)} is above ${describeNode(formula, b)}`);
          }
        }
      }),
      { numRuns: 400 },
    );
    expect(proved).toBeGreaterThan(0);
  });

  function ordersOf(formula: Formula): readonly (readonly [number, number])[] {
    const bounds = boundsOf(formula);
    const indices = formula.nodes.map((_, index) => index);
    return indices.flatMap((a) =>
      indices
        .filter((b) => a !== b && measureOf(formula, a) === measureOf(formula, b) && bounds.isAtMost(a, b))
        .map((b) => [a, b] as const),
    );
  }
});

it('full years lie within what the days between them can be', () => {
  const day = fc.integer({ min: daysOf(plainDate(1999, 12, 31)), max: daysOf(plainDate(2030, 1, 1)) });
  fc.assert(
    fc.property(day, day, (from, to) => {
      const days = rational(BigInt(to - from));
      const { low, high } = years({ low: days, high: days });
      const full = rational(BigInt(fullYearsBetween(dateOfDays(from), dateOfDays(to))));
      expect(compareRationals(low, full) <= 0 && compareRationals(full, high) <= 0).toBe(true);
    }),
    { numRuns: 3000 },
  );
});
