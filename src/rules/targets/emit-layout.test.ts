import { describe, expect, it } from 'vitest';
import type { FormulaNode } from '#rules/formula/node';
import { fieldOf, layoutOf } from '#rules/targets/emit-layout';
import { nodeAt, planTargets, type TargetPlan } from '#rules/targets/plan';
import { formulaOf, named } from '#tests/support/small-formula';

type InputNode = FormulaNode & { readonly op: 'input' };
type Kind = Partial<Pick<InputNode, 'unit' | 'options'>>;

const plan = planTargets(
  formulaOf((f) => {
    const upTo = (atMost: string) =>
      f.input('a', 'fen', named(`a up to ${atMost}`), { atLeast: '0.00', atMost });
    return f.add([upTo('1.00'), upTo('2.00'), f.input('b', 'fen', named('b'))], named('x'));
  }),
);

/** The plan with the two nodes that take the field `a` as these kinds of fact, which no checked formula has. */
function taking(...kinds: readonly Kind[]): TargetPlan {
  const left = [...kinds];
  const nodes = plan.formula.nodes.map((node) =>
    node.op === 'input' && node.field === 'a' ? { ...node, ...left.shift() } : node,
  );
  return { ...plan, formula: { ...plan.formula, nodes } };
}

describe('a field is one fact of a row, however often the formula takes it', () => {
  it('each field stands once, in the order of the graph, and only a choice has options', () => {
    expect(layoutOf(plan).fields).toStrictEqual([
      { field: 'a', unit: 'fen', scale: 1n },
      { field: 'b', unit: 'fen', scale: 1n },
    ]);
    const options = ['p', 'q'];
    const [first] = layoutOf(taking({ unit: 'choice', options }, { unit: 'choice', options })).fields;
    expect(first).toStrictEqual({ field: 'a', unit: 'choice', scale: 1n, options });
  });

  it.each<[string, Kind, Kind]>([
    ['an amount here and a date there', { unit: 'fen' }, { unit: 'date' }],
    [
      'a choice from two lists',
      { unit: 'choice', options: ['p', 'q'] },
      { unit: 'choice', options: ['p', 'r'] },
    ],
  ])('%s is a fault of the formula', (_, one, other) => {
    expect(() => layoutOf(taking(one, other))).toThrow('a is one kind of fact wherever the formula takes it');
  });

  it('a choice without a list is a fault of the formula', () => {
    expect(() => layoutOf(taking({ unit: 'choice' }))).toThrow('a is a choice from a closed list');
  });

  it('a field that the outputs do not need has no position', () => {
    const input = plan.live.map((index) => nodeAt(plan, index)).find(({ op }) => op === 'input') as InputNode;
    expect(fieldOf(layoutOf(plan), { ...input, field: 'b' })).toBe(1);
    expect(() => fieldOf(layoutOf(plan), { ...input, field: 'c' })).toThrow('a field c');
  });
});
