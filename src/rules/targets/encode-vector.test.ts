import { describe, expect, it } from 'vitest';
import { allow } from '#kernel/decision';
import { createFormulaBuilder } from '#rules/formula/builder';
import type { Expr, Operators } from '#rules/formula/expression';
import type { NodeName } from '#rules/formula/node';
import type { ValueVector } from '#rules/formula/value-vector';
import { encodeVector } from '#rules/targets/encode-vector';
import { planTargets, type TargetPlan } from '#rules/targets/plan';
import { parseQuantity } from '#rules/value/quantity';
import { caseFormula } from '#tests/support/rule-cases';
import { named } from '#tests/support/rule-inputs';
import { RULE_VALUES } from '#tests/support/rule-values';

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
  rate_low: '0.0001%',
  rate_mid: '7.25%',
  rate_high: '10%',
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

  it('an amount below what a value may be is refused by its name', () => {
    const atLeastOne = planTargets(
      caseFormula((f) => ({
        tier: f.value('tier', 'fen', {}, named('tier'), { atLeast: '20.01', atMost: '50.00' }),
      })),
    );
    const { refusals } = encodeVector(atLeastOne, RULE_VALUES);
    expect([...refusals.values()].flat()).toMatchObject([{ code: 'out_of_range', at: 'value/tier' }]);
  });

  it('a choice that is none of its options is refused with what it could be', () => {
    const mode = planTargets(caseFormula((f) => ({ mode: f.value('mode', 'choice', {}, named('mode')) })));
    const { refusals, cells } = encodeVector(mode, {
      read: (value) =>
        allow({
          name: value,
          label: { zh: value, en: value },
          quantity: { unit: 'choice', choice: 'east', text: 'east' },
          standing: 'stated',
          cite: ['A-1'],
        }),
    });
    expect([...cells]).toEqual([NaN]);
    const [refusal] = [...refusals.values()].flat();
    expect(refusal).toMatchObject({ at: 'value/mode', what: { en: 'east is none of the options' } });
    expect(refusal?.next.en).toContain('south, north');
  });

  it('a threshold that is the same for all must not lie above any of those by their keys', () => {
    const percent = (f: Operators, text: string): Expr<'rate'> => f.constant('rate', text);
    const bySide = (lower: 'tier' | 'upper'): TargetPlan =>
      planTargets(
        caseFormula((f) => {
          const side = f.input('side', 'choice', named('side'), ['north', 'south', 'west']);
          const table = f.value('upper', 'fen', { side });
          const thresholds = lower === 'tier' ? [f.value('tier', 'fen'), table] : [table, table];
          const rates = [percent(f, '1%'), percent(f, '2%'), percent(f, '3%')] as const;
          const due = f.marginal(f.constant('fen', '0.00'), table, { thresholds, rates });
          return { due: f.round(due, 'down', named('due')) };
        }),
      );
    expect(encodeVector(bySide('tier'), RULE_VALUES).unordered).toMatchObject([
      { code: 'thresholds_not_ascending', at: 'value/upper' },
    ]);
    expect(encodeVector(bySide('upper'), RULE_VALUES).unordered).toEqual([]);
  });

  it('thresholds that do not ascend are told before any row is run', () => {
    const { unordered } = encodeVector(plan, vector({ ...FIGURES, first: '200.01' }));
    expect(unordered).toMatchObject([{ code: 'thresholds_not_ascending', at: 'value/second' }]);
  });
});
