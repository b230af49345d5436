import { describe, expect, it } from 'vitest';
import { growAmount, growPersons, growthOf } from '#domain/adjustment/projection/growth';
import { fen } from '#kernel/fen';
import { growthBy } from '#tests/support/growth';

const rate = (text: string) => growthBy({ revenue: text }).common.revenue;

describe('growth', () => {
  it.each([
    [10_000n, '5%', 10_500n],
    [10_000n, '-2%', 9800n],
    // 333.33 × 1.005 = 334.99665 yuan: 33499.665 fen.
    [33_333n, '0.5%', 33_500n],
    // 0.01 × 1.5 is exactly between one fen and two and goes up; below zero it goes away from zero.
    [1n, '50%', 2n],
    [-1n, '50%', -2n],
    [12_345n, '-100%', 0n],
    [12_345n, '0%', 12_345n],
  ])('of %s fen by %s is rounded half up to the fen: %s', (amount, text, next) => {
    expect(growAmount(fen(amount), rate(text))).toBe(next);
  });

  it('of persons is rounded half up to a whole person', () => {
    expect([growPersons(101n, rate('1%')), growPersons(150n, rate('1%'))]).toEqual([102n, 152n]);
  });

  it("of a pool is its own where it has one, and the others' where it has none", () => {
    const growth = growthBy({ revenue: '3%', expenditure: '4%' }, { east: { expenditure: '8%' } });
    expect(growthOf(growth, 'east')).toEqual(growthBy({ revenue: '3%', expenditure: '8%' }).common);
    expect(growthOf(growth, 'west')).toEqual(growth.common);
  });
});
