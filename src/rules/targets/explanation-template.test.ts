import { describe, expect, it } from 'vitest';
import type { ExplainedNode } from '#rules/explain/node';
import type { Formula } from '#rules/formula/node';
import { runFormula, type FormulaRow } from '#rules/targets/oracle';
import { createRowExplainer, type ExplainRow } from '#rules/targets/row-explainer';
import { choice, flag, formulaOf, money, named, values, type Given } from '#tests/support/small-formula';

/**
 * Named figures of every make: a figure that changes from row to row or not, a calculation that does, does not or is
 * none, and reasons that do, do not, or are told of both kinds.
 */
const formula: Formula = formulaOf((f, builder) => {
  const [cost, fee] = [f.input('cost', 'fen', named('cost')), f.input('fee', 'fen', named('fee'))];
  const [drug, stay] = [f.input('drug', 'fen', named('drug')), f.input('stay', 'fen', named('stay'))];
  const aided = f.input('aided', 'truth', named('aided'));
  const tier = f.input('tier', 'choice', named('tier'), ['p', 'q']);
  const [one, two] = [f.constant('fen', '1.00'), f.constant('fen', '2.00', named('two'))];
  const isLarge = f.compare(cost, 'above', f.value('first', 'fen'));
  const kind = f.if(isLarge, tier, f.constant('choice', 'p'));
  const told = {
    ceiling: f.value('ceiling', 'fen', { tier }, named('ceiling')),
    second: f.value('second', 'fen', {}, named('second')),
    isLarge: f.if(aided, isLarge, aided, named('isLarge')),
    bySize: f.if(isLarge, one, two, named('bySize')),
    byAid: f.if(aided, one, two, named('byAid')),
    byBoth: f.if(f.and([aided, isLarge]), one, two, named('byBoth')),
    isFirst: f.if(aided, f.compare(kind, 'equals', f.constant('choice', 'p')), aided, named('isFirst')),
    taken: f.if(isLarge, cost, fee, named('taken')),
    half: f.round(f.timesRate(cost, f.constant('rate', '50%')), 'down', named('half')),
    smaller: f.min<'fen'>(cost, fee, named('smaller')),
    three: f.add([cost, fee, drug], named('three')),
    four: f.add([cost, fee, drug, stay], named('four')),
  };
  for (const [name, figure] of Object.entries(told)) builder.output(name, figure);
  return f.add([two, told.taken], named('x'));
});

const rowOf = (amounts: readonly [bigint, bigint], aided: boolean, tier = 'p'): FormulaRow => {
  const given: Given = {
    cost: money(amounts[0]),
    fee: money(amounts[1]),
    drug: money(amounts[1] + 7n),
    stay: money(amounts[0] + 7n),
    aided: flag(aided),
    tier: choice(tier),
  };
  return { inputs: new Map(Object.entries(given)), values };
};

function explained(explain: ExplainRow, row: FormulaRow): ReadonlyMap<string, ExplainedNode> {
  const result = explain(row);
  expect(result).toStrictEqual(runFormula(formula, row));
  if (!result.allowed) expect.fail(JSON.stringify(result.refusals));
  return new Map(result.value.nodes.map((node) => [node.id, node]));
}

const SMALL: readonly [bigint, bigint] = [500n, 123_456n];
const LARGE: readonly [bigint, bigint] = [20_000n, 100n];

describe('rows that took the same ways are told by one template', () => {
  it.each([
    ['small and aided', true, SMALL, [9_999n, 0n]],
    ['large and aided', true, LARGE, [10_001n, 1n]],
    ['small', false, SMALL, [0n, 9n]],
    ['large', false, LARGE, [999_999_990n, 8n]],
  ] as const)('to the letter as the oracle tells each: %s', (_, aided, first, second) => {
    const explain = createRowExplainer(formula);
    const kept = explain(rowOf(first, aided));
    explained(explain, rowOf(second, aided));
    // What was told of the first row stays as it was told.
    expect(kept).toStrictEqual(runFormula(formula, rowOf(first, aided)));
  });

  it('what does not change between them is written once', () => {
    const explain = createRowExplainer(formula);
    const first = explained(explain, rowOf(LARGE, false));
    const second = explained(explain, rowOf([30_000n, 5n], false));
    const changing = [...first.keys()].filter((id) => first.get(id) !== second.get(id));
    expect(changing.toSorted()).toEqual([
      'cost',
      'drug',
      'fee',
      'four',
      'half',
      'smaller',
      'stay',
      'taken',
      'three',
      'x',
    ]);
  });

  it('rows that took other ways are not', () => {
    const explain = createRowExplainer(formula);
    for (const amounts of [SMALL, LARGE]) {
      for (const aided of [true, false]) {
        for (const tier of ['p', 'q']) explained(explain, rowOf(amounts, aided, tier));
      }
    }
  });
});

it('reasons that come to read the same in a row are told once', () => {
  const alike = (name: string) => ({ name, label: { zh: '费用', en: 'the cost' } });
  const twice = formulaOf((f) => {
    const one = f.constant('fen', '1.00');
    const isLow = f.and([
      f.compare(f.input('a', 'fen', alike('a')), 'below', one),
      f.compare(f.input('b', 'fen', alike('b')), 'below', one),
    ]);
    return f.if(isLow, one, f.constant('fen', '2.00'), named('x'));
  });
  const explain = createRowExplainer(twice);
  for (const b of [600n, 500n]) {
    const row = { inputs: new Map(Object.entries({ a: money(500n), b: money(b) })), values };
    expect(explain(row)).toStrictEqual(runFormula(twice, row));
  }
});
