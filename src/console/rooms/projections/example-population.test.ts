import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { poolsWithoutInsured, withExamplePopulation } from '#console/rooms/projections/example-population.ts';

const figuresOf = (insured: readonly (number | undefined)[]) => ({
  year: 2026,
  scheme: 'employee' as const,
  fund: { openingBalance: '0.00', interest: '0.00', otherIncome: '0.00' },
  pools: insured.map((count, index) => ({
    id: `pool-${index}`,
    ...(count === undefined ? {} : { insured: count }),
  })),
});

describe('the example of ages', () => {
  it('splits every pool into bands that make up its insured exactly', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 100_000_000 }), { minLength: 1 }), (insured) => {
        const { schemes } = withExamplePopulation(figuresOf(insured));
        const totals = schemes[0]?.pools.map(({ persons }) =>
          Object.values(persons).reduce((sum, count) => sum + count, 0),
        );
        expect(totals).toEqual(insured);
      }),
    );
  });

  it('marks all that it adds as assumed', () => {
    const [scheme] = withExamplePopulation(figuresOf([10])).schemes;
    const bases = [...(scheme?.bands ?? []), ...Object.values(scheme?.drivers ?? {})].map(
      ({ basis }) => basis,
    );
    expect(bases.every((basis) => basis.includes('非本地数据'))).toBe(true);
  });

  it('names the pools that it cannot split', () => {
    expect(poolsWithoutInsured(figuresOf([10, undefined]))).toEqual(['pool-1']);
  });
});
