import { expect, it } from 'vitest';
import type { ExplainedNode } from '#rules/explain/node';
import type { Expr, Operators } from '#rules/formula/expression';
import { formulaOf, money, named, run } from '#tests/support/small-formula';

const cost = (f: Operators): Expr<'fen'> => f.input('cost', 'fen', named('cost'));

/** The explanation of a row that costs 5.00, by the names of its nodes. */
function explained(write: (f: Operators) => Expr): ReadonlyMap<string, ExplainedNode> {
  const result = run(formulaOf(write), { cost: money(500n) });
  if (!result.allowed) expect.fail(JSON.stringify(result.refusals));
  return new Map(result.value.nodes.map((node) => [node.id, node]));
}

it('a calculation is told with its figures and what it comes to; what is given is told by its figure alone', () => {
  const nodes = explained((f) => f.add([cost(f), f.value('first', 'fen')], named('x')));
  expect(nodes.get('x')).toMatchObject({
    formula: { zh: '5.00 + 100.00 = 105.00', en: '5.00 + 100.00 = 105.00' },
    inputs: ['cost', 'value/first'],
  });
  expect(nodes.get('cost')).toStrictEqual({
    id: 'cost',
    label: { zh: '【cost】', en: 'the cost' },
    value: { kind: 'fen', amount: '5.00' },
    cite: [],
    readings: [],
    assumptions: [],
    inputs: [],
  });
});

it('a cell that two nodes read is told once, and both name it', () => {
  const nodes = explained((f) => {
    const known = f.value('first', 'fen', {}, named('known'));
    return f.add([known, f.value('first', 'fen')], named('x'));
  });
  expect([...nodes.keys()]).toEqual(['value/first', 'known', 'x']);
  expect(nodes.get('known')?.inputs).toEqual(['value/first']);
  expect(nodes.get('x')?.inputs).toEqual(['known', 'value/first']);
});

it('reasons of two nodes that read the same are told once', () => {
  const alike = (f: Operators, name: string): Expr<'fen'> =>
    f.input(name, 'fen', { name, label: { zh: '费用', en: 'the cost' } });
  const formula = formulaOf((f) => {
    const one = f.constant('fen', '1.00');
    const isLow = f.and([f.compare(alike(f, 'a'), 'below', one), f.compare(alike(f, 'b'), 'below', one)]);
    return f.if(isLow, one, f.constant('fen', '2.00'), named('x'));
  });
  const reasons = (a: bigint, b: bigint): readonly string[] | undefined => {
    const result = run(formula, { a: money(a), b: money(b) });
    return result.allowed ? result.value.nodes.at(-1)?.notChosen?.map(({ en }) => en) : undefined;
  };
  expect(reasons(500n, 600n)).toEqual([
    'the cost 5.00 < 1.00 does not hold',
    'the cost 6.00 < 1.00 does not hold',
  ]);
  expect(reasons(500n, 500n)).toEqual(['the cost 5.00 < 1.00 does not hold']);
});
