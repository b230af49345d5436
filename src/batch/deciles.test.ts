import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decilesOf, UNKNOWN_DECILE } from '#batch/deciles';

describe('tenths of persons by their cost of the year', () => {
  it('hold a tenth each where all costs differ, in whatever stretches they come', () => {
    const costs = Array.from({ length: 100 }, (_, at) => ((at * 37) % 100) + 1);
    const [first = [], second = []] = decilesOf([
      Float64Array.from(costs.slice(0, 30)),
      Float64Array.from(costs.slice(30)),
    ]);
    expect([...first, ...second]).toEqual(costs.map((cost) => Math.floor((cost - 1) / 10)));
  });

  it('put equal costs into one tenth, and a higher cost never into a lower one', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 20 }), { maxLength: 60 }), (costs) => {
        const [deciles = []] = decilesOf([Float64Array.from(costs)]);
        for (const [a, left] of costs.entries()) {
          for (const [b, right] of costs.entries()) {
            if (left <= right) expect(deciles[a]).toBeLessThanOrEqual(deciles[b] ?? -1);
          }
        }
      }),
    );
  });

  it('leave a year aside whose cost is not known', () => {
    const [deciles = []] = decilesOf([Float64Array.from([Number.NaN, 5])]);
    expect([...deciles]).toEqual([UNKNOWN_DECILE, 0]);
  });
});
