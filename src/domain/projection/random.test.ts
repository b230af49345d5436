import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawRate, rootOf, type Driver } from '#domain/projection/driver';
import { createRandom } from '#domain/projection/random';

const draws = (driver: Driver, count: number, seed = 1n): readonly bigint[] => {
  const random = createRandom(seed, 0n);
  return Array.from({ length: count }, () => drawRate(driver, random));
};

describe('random numbers', () => {
  it('of one seed and stream are the same, of another stream are others', () => {
    const three = (seed: bigint, stream: bigint): readonly bigint[] => {
      const random = createRandom(seed, stream);
      return [1, 2, 3].map(() => random.below(1n << 60n));
    };
    expect(three(7n, 0n)).toEqual(three(7n, 0n));
    expect(three(7n, 1n)).not.toEqual(three(7n, 0n));
    expect(three(8n, 0n)).not.toEqual(three(7n, 0n));
  });

  it('below a bound are as likely as each other', () => {
    const random = createRandom(3n, 0n);
    const drawn = Array.from({ length: 30_000 }, () => random.below(3n));
    for (const number of [0n, 1n, 2n]) {
      // Three standard deviations of a count of 30 000 draws at a third are 245.
      expect(Math.abs(drawn.filter((each) => each === number).length - 10_000)).toBeLessThan(300);
    }
  });

  it('AH-1.4-d: of a triangle stay between its ends, with the mean and the spread that it has', () => {
    const rates = draws(
      { ratePpm: 50_000n, basis: '', spread: { kind: 'triangular', lowPpm: 20_000n, highPpm: 110_000n } },
      20_000,
    ).map(Number);
    expect(Math.min(...rates)).toBeGreaterThanOrEqual(20_000);
    expect(Math.max(...rates)).toBeLessThanOrEqual(110_000);
    const mean = rates.reduce((sum, rate) => sum + rate, 0) / rates.length;
    // (20 + 50 + 110) ÷ 3 = 60; the standard deviation is 18.7, of the mean of 20 000 draws 0.13.
    expect(Math.abs(mean - 60_000)).toBeLessThan(600);
    // Below the peak lies (50 − 20) ÷ (110 − 20) = a third of the area.
    const low = rates.filter((rate) => rate < 50_000).length / rates.length;
    expect(Math.abs(low - 1 / 3)).toBeLessThan(0.012);
  });

  it('of a list come as often as their weights say', () => {
    const outcomes = [
      { ratePpm: 10_000n, weight: 1n },
      { ratePpm: 30_000n, weight: 3n },
    ];
    const rates = draws({ ratePpm: 20_000n, basis: '', spread: { kind: 'discrete', outcomes } }, 10_000);
    const often = rates.filter((rate) => rate === 30_000n).length;
    expect(Math.abs(often - 7500)).toBeLessThan(140);
    expect(new Set(rates)).toEqual(new Set([10_000n, 30_000n]));
  });

  it('are not taken for a driver without a spread', () => {
    expect(draws({ ratePpm: 5n, basis: '' }, 3)).toEqual([5n, 5n, 5n]);
  });

  it('take roots that are the greatest not above', () => {
    const check = fc.property(fc.bigInt({ min: 0n, max: 1n << 120n }), (value) => {
      const root = rootOf(value);
      expect(root * root <= value && value < (root + 1n) * (root + 1n)).toBe(true);
    });
    fc.assert(check);
  });
});
