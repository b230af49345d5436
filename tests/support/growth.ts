import fc from 'fast-check';
import type { Growing, Growth, GrowthAssumptions } from '#domain/adjustment/projection/growth';
import { parseRate, type Rate } from '#kernel/rate';

/** Growth as text, of every pool and of single ones; what is not said does not grow. */
export function growthBy(
  common: Partial<Record<Growing, string>> = {},
  byPool: Readonly<Record<string, Partial<Record<Growing, string>>>> = {},
): GrowthAssumptions {
  const still = { collections: '0%', revenue: '0%', expenditure: '0%', insured: '0%' };
  return {
    common: rates({ ...still, ...common }) as Growth,
    byPool: new Map(Object.entries(byPool).map(([pool, own]) => [pool, rates(own)])),
  };
}

function rates(texts: Partial<Record<Growing, string>>): Partial<Growth> {
  return Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, exact(text)]));
}

function exact(text: string): Rate {
  const rate = parseRate(text);
  if (typeof rate === 'string') throw new Error(`"${text}" is no rate: ${rate}`);
  return rate;
}

const percent = fc.integer({ min: -1000, max: 1000 }).map((tenths) => `${(tenths / 10).toFixed(1)}%`);

/** Any growth from −100% to 100% a year. */
export const growthArbitrary: fc.Arbitrary<GrowthAssumptions> = fc
  .record({ collections: percent, revenue: percent, expenditure: percent, insured: percent })
  .map((common) => growthBy(common));
