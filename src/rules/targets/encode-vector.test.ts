import { describe, expect, it } from 'vitest';
import { allow } from '#kernel/decision';
import { createFormulaBuilder } from '#rules/formula/builder';
import type { NodeName } from '#rules/formula/node';
import type { ValueVector } from '#rules/formula/value-vector';
import { encodeVector } from '#rules/targets/encode-vector';
import { planTargets } from '#rules/targets/plan';
import { parseQuantity } from '#rules/value/quantity';

const name = (id: string): NodeName => ({ name: id, label: { zh: id, en: id } });

const plan = (() => {
  const unitOf = (value: string): 'fen' | 'rate' => (value.startsWith('rate') ? 'rate' : 'fen');
  const builder = createFormulaBuilder('scale', (value) => ({ unit: unitOf(value), axes: [] }));
  const f = builder.citing({ cite: ['A-1'], readings: [] });
  const amount = f.input('amount', 'fen', name('amount'));
  const zero = f.constant('fen', '0.00');
  const thresholds = [f.value('first', 'fen'), f.value('second', 'fen')];
  const rates = [
    f.value('rate_low', 'rate'),
    f.value('rate_mid', 'rate'),
    f.value('rate_high', 'rate'),
  ] as const;
  builder.output(
    'due',
    f.round(f.marginal(zero, amount, { thresholds, rates: [...rates] }), 'half_up', name('due')),
  );
  const built = builder.build();
  if (!built.allowed) throw new Error(JSON.stringify(built.refusals));
  return planTargets(built.value);
})();

function vector(figures: Readonly<Record<string, string>>): ValueVector {
  return {
    read: (value) => {
      const quantity = parseQuantity(value.startsWith('rate') ? 'rate' : 'fen', figures[value] ?? '');
      if (typeof quantity === 'string') throw new Error(quantity);
      const label = { zh: value, en: value };
      return allow({ name: value, label, quantity, standing: 'stated', cite: ['A-1'] });
    },
  };
}

const FIGURES = {
  first: '100.00',
  second: '200.00',
  rate_low: '10%',
  rate_mid: '7.25%',
  rate_high: '0.0001%',
};

describe('values as numbers', () => {
  it('amounts are held in fen and rates in millionths', () => {
    const { cells, refusals, unordered } = encodeVector(plan, vector(FIGURES));
    expect([...cells].toSorted((a, b) => a - b)).toEqual([1, 10_000, 20_000, 72_500, 100_000]);
    expect([refusals.size, unordered]).toEqual([0, []]);
  });

  it('a rate finer than a millionth is refused by its name', () => {
    const { cells, refusals } = encodeVector(plan, vector({ ...FIGURES, rate_mid: '7.25001%' }));
    expect(cells.filter(Number.isNaN)).toHaveLength(1);
    expect([...refusals.values()].flat()).toMatchObject([
      { code: 'too_many_decimals', at: 'value/rate_mid' },
    ]);
  });

  it('an amount outside what a value may be is refused by its name', () => {
    const { refusals } = encodeVector(plan, vector({ ...FIGURES, second: '10000000.01' }));
    expect([...refusals.values()].flat()).toMatchObject([{ code: 'out_of_range', at: 'value/second' }]);
  });

  it('thresholds that do not ascend are told before any row is run', () => {
    const { unordered } = encodeVector(plan, vector({ ...FIGURES, first: '200.01' }));
    expect(unordered).toMatchObject([{ code: 'thresholds_not_ascending', at: 'value/second' }]);
  });
});
