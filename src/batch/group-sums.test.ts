import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addTotals, GroupSums } from '#batch/group-sums';
import type { Expr } from '#rules/formula/expression';
import { compileScenarios } from '#rules/targets/columns-scenarios';
import { planTargets } from '#rules/targets/plan';
import { formulaOf, named } from '#tests/support/small-formula';

const MOST = Number.MAX_SAFE_INTEGER;
/** What is given out is one figure of the row less another. */
const differenceOf = (most: string): ReturnType<typeof formulaOf> =>
  formulaOf((f) => {
    const figure = (field: string): Expr<'fen'> =>
      f.input(field, 'fen', named(field), { atLeast: '0.00', atMost: most });
    return f.subtract(figure('gain'), figure('loss'), named('figure'));
  });

describe('sums of claims by group', () => {
  it.each([
    ['of which one fills a double', '90071992547409.91'],
    ['of which three fill a double', '30023997515803.30'],
    ['of which millions fit', '10000000.00'],
  ])('are exact far beyond what a double holds, refused rows in none of them: figures %s', (_, most) => {
    const program = compileScenarios(planTargets(differenceOf(most)));
    const size = Number(most.replace('.', ''));
    const figures = fc.array(
      fc.record({
        figure: fc.integer({ min: -size, max: size }),
        group: fc.nat({ max: 2 }),
        isValid: fc.boolean(),
      }),
      { maxLength: 40 },
    );
    expect(program.exactRows).toBe(Math.floor(MOST / size));
    fc.assert(
      fc.property(fc.array(figures, { maxLength: 5 }), (chunks) => {
        const sums = new GroupSums(program, 2, 3);
        for (const rows of chunks) {
          const missing = Uint8Array.from(rows, ({ isValid }) => Number(!isValid));
          const columns = new Map([
            ['gain', { data: Float64Array.from(rows, ({ figure }) => Math.max(figure, 0)), missing }],
            ['loss', { data: Float64Array.from(rows, ({ figure }) => Math.max(-figure, 0)) }],
          ]);
          const refusals = sums.add(
            { rows: { length: rows.length, columns }, vectors: new Float64Array(0) },
            Uint16Array.from(rows, ({ group }) => group),
          );
          expect(refusals).toBe(2 * rows.filter(({ isValid }) => !isValid).length);
        }
        const rows = chunks.flat();
        const [first, second] = sums.totals();
        expect(first).toEqual(second);
        for (const group of [0, 1, 2]) {
          const own = rows.filter((row) => row.group === group);
          const valid = own.filter(({ isValid }) => isValid);
          expect(first?.sums[group]).toBe(valid.reduce((sum, { figure }) => sum + BigInt(figure), 0n));
          expect(first?.claims[group]).toBe(own.length);
          expect(first?.refused[group]).toBe(own.length - valid.length);
        }
      }),
    );
  });

  it('of two stretches are added group by group', () => {
    const a = { sums: [1n, 2n], claims: [1, 2], refused: [0, 1] };
    expect(addTotals(a, a)).toEqual({ sums: [2n, 4n], claims: [2, 4], refused: [0, 2] });
  });
});
