import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addTotals, GroupSums } from '#batch/group-sums';

const MOST = Number.MAX_SAFE_INTEGER;

describe('sums of claims by group', () => {
  it('are exact far beyond what a double holds, refused rows in none of them', () => {
    const figures = fc.array(
      fc.record({
        figure: fc.integer({ min: -MOST, max: MOST }),
        group: fc.nat({ max: 2 }),
        isValid: fc.boolean(),
      }),
      { maxLength: 40 },
    );
    fc.assert(
      fc.property(fc.array(figures, { maxLength: 5 }), (chunks) => {
        const sums = new GroupSums(3, 1, BigInt(MOST));
        for (const rows of chunks) {
          const outputs = [Float64Array.from(rows, ({ figure, isValid }) => (isValid ? figure : Number.NaN))];
          const valid = Uint8Array.from(rows, ({ isValid }) => Number(isValid));
          sums.add(
            { outputs, valid },
            rows.length,
            Uint16Array.from(rows, ({ group }) => group),
          );
        }
        const rows = chunks.flat();
        const { sums: found, claims, refused } = sums.totals();
        for (const group of [0, 1, 2]) {
          const own = rows.filter((row) => row.group === group);
          const valid = own.filter(({ isValid }) => isValid);
          expect(found[group]).toBe(valid.reduce((sum, { figure }) => sum + BigInt(figure), 0n));
          expect(claims[group]).toBe(own.length);
          expect(refused[group]).toBe(own.length - valid.length);
        }
      }),
    );
  });

  it('of two stretches are added group by group', () => {
    const a = { sums: [1n, 2n], claims: [1, 2], refused: [0, 1] };
    expect(addTotals(a, a)).toEqual({ sums: [2n, 4n], claims: [2, 4], refused: [0, 2] });
  });
});
