import { expect, it } from 'vitest';
import type { Expr, Operators } from '#rules/formula/expression';
import { layBlocks, type Block } from '#rules/targets/emit-blocks';
import { planTargets } from '#rules/targets/plan';
import { formulaOf, named } from '#tests/support/small-formula';

type Laid = readonly (string | readonly Laid[])[];

const fen = (f: Operators, id: string): Expr<'fen'> => f.input(id, 'fen', named(id));
const yes = (f: Operators, id: string): Expr<'truth'> => f.input(id, 'truth', named(id));
const date = (f: Operators, id: string): Expr<'date'> => f.input(id, 'date', named(id));

/** The names of the nodes that blocks hold, and in lists those of the ways of the last one named before. */
function laid(write: (f: Operators) => Expr, isGiven: (name: string) => boolean = () => false): Laid {
  const formula = formulaOf(write);
  const plan = planTargets(formula);
  const nameOf = (node: number): string => formula.nodes[node]?.name ?? `${formula.nodes[node]?.op}`;
  const of = ({ nodes, arms }: Block): Laid =>
    nodes.flatMap((node) => {
      const ways = [...arms].flatMap(([key, block]) => (key.startsWith(`${node} `) ? [of(block)] : []));
      return ways.length === 0 ? [nameOf(node)] : [nameOf(node), ways.toReversed()];
    });
  return of(layBlocks(plan, [formula.outputs['x'] ?? -1], (node) => isGiven(nameOf(node))));
}

it('a node lies in the innermost way that holds all its uses', () => {
  const inner = (f: Operators): Expr<'fen'> =>
    f.if(
      yes(f, 'second'),
      f.add([fen(f, 'a'), fen(f, 'b')]),
      f.subtract(fen(f, 'b'), fen(f, 'c')),
      named('inner'),
    );
  expect(laid((f) => f.if(yes(f, 'first'), inner(f), f.add([fen(f, 'c'), fen(f, 'd')]), named('x')))).toEqual(
    [
      'first',
      'c',
      'x',
      [
        ['d', 'add'],
        ['second', 'b', 'inner', [['subtract'], ['a', 'add']]],
      ],
    ],
  );
});

it('a total is read in every row, and what it adds up is not needed to read it', () => {
  expect(
    laid((f) =>
      f.if(yes(f, 'first'), f.running('paid', fen(f, 'a'), named('paid')), fen(f, 'b'), named('x')),
    ),
  ).toEqual(['first', 'paid', 'x', [['b'], []]]);
});

it('full years that are only compared with a count need no place, unless they have one', () => {
  const write = (f: Operators): Expr => {
    const years = f.fullYears(date(f, 'from'), date(f, 'to'), named('years'));
    return f.if(f.compare(years, 'below', f.constant('count', '18')), fen(f, 'a'), fen(f, 'b'), named('x'));
  };
  expect(laid(write)).toEqual(['from', 'to', 'constant', 'compare', 'x', [['b'], ['a']]]);
  expect(laid(write, (name) => name === 'years')).toEqual(['constant', 'compare', 'x', [['b'], ['a']]]);
});
