import { describe, expect, it } from 'vitest';
import type { Expr, Operators } from '#rules/formula/expression';
import { choice, flag, formulaOf, money, named, run, type Given } from '#tests/support/small-formula';

const cost = (f: Operators): Expr<'fen'> => f.input('cost', 'fen', named('cost'));
const aided = (f: Operators): Expr<'truth'> => f.input('aided', 'truth', named('aided'));
const old = (f: Operators): Expr<'truth'> => f.input('old', 'truth', named('old'));
const one = (f: Operators): Expr<'fen'> => f.constant('fen', '1.00');
const two = (f: Operators): Expr<'fen'> => f.constant('fen', '2.00');

const ROW: Given = { cost: money(500n), aided: flag(true), old: flag(false), tier: choice('p') };

/** What the explanation of a figure tells of what was not chosen. */
function notChosen(write: (f: Operators) => Expr, given: Given = {}): readonly string[] {
  const result = run(formulaOf(write), { ...ROW, ...given });
  if (!result.allowed) expect.fail(JSON.stringify(result.refusals));
  return (result.value.nodes.find(({ id }) => id === 'x')?.notChosen ?? []).map(
    ({ zh, en }) => `${zh} | ${en}`,
  );
}

describe('a condition that did not hold is told by the parts that kept it from it', () => {
  const unless = (condition: (f: Operators) => Expr<'truth'>) => (f: Operators) =>
    f.if(condition(f), one(f), two(f), named('x'));

  it.each<[string, (f: Operators) => Expr<'truth'>, readonly string[]]>([
    ['a truth', old, ['【old】：否 | the old: no']],
    ['the opposite of a truth', (f) => f.not(aided(f)), ['【aided】：是 | the aided: yes']],
    [
      'a comparison',
      (f) => f.compare(cost(f), 'below', one(f)),
      ['【cost】 5.00 < 1.00 不成立 | the cost 5.00 < 1.00 does not hold'],
    ],
    [
      'the opposite of a comparison',
      (f) => f.not(f.compare(cost(f), 'above', one(f))),
      ['【cost】 5.00 > 1.00 成立 | the cost 5.00 > 1.00 holds'],
    ],
    [
      'a comparison with a cell, by the label of its value',
      (f) => {
        const ceiling = f.value('ceiling', 'fen', {
          tier: f.input('tier', 'choice', named('tier'), ['p', 'q']),
        });
        return f.compare(cost(f), 'above', ceiling);
      },
      ['【cost】 5.00 > ceiling 20.00 不成立 | the cost 5.00 > ceiling 20.00 does not hold'],
    ],
    ['one part of two, the other held', (f) => f.and([aided(f), old(f)]), ['【old】：否 | the old: no']],
    [
      'both parts where either would do',
      (f) => f.or([old(f), f.not(aided(f))]),
      ['【old】：否 | the old: no', '【aided】：是 | the aided: yes'],
    ],
    ['a condition without a name', (f) => f.if(aided(f), old(f), aided(f)), ['条件：否 | the condition: no']],
    [
      'the opposite of one',
      (f) => f.not(f.if(aided(f), aided(f), old(f))),
      ['条件：是 | the condition: yes'],
    ],
  ])('%s', (_, condition, told) => {
    expect(notChosen(unless(condition))).toEqual(told);
  });
});

describe('cases that were passed over', () => {
  const tier = (f: Operators, ...options: readonly string[]): Expr<'choice'> =>
    f.input('tier', 'choice', named('tier'), options);

  it('are told together, with the key', () => {
    const three = (f: Operators): Expr =>
      f.match(tier(f, 'p', 'q', 'r'), { p: one(f), q: two(f), r: two(f) }, undefined, named('x'));
    expect(notChosen(three)).toEqual(['【tier】 p，不是 q、r | the tier p, not q or r']);
    expect(notChosen(three, { tier: choice('q') })).toEqual([
      '【tier】 q，不是 p、r | the tier q, not p or r',
    ]);
  });

  it('of a match with one case there are none', () => {
    expect(notChosen((f) => f.match(tier(f, 'p'), { p: one(f) }, undefined, named('x')))).toEqual([]);
  });
});

it('of exceptions those are told that do not apply', () => {
  const due = (f: Operators): Expr =>
    f.exceptions(
      two(f),
      [
        { name: 'a', when: aided(f), then: one(f) },
        { name: 'b', when: f.and([f.not(aided(f)), f.compare(cost(f), 'below', one(f))]), then: one(f) },
      ],
      named('x'),
    );
  expect(notChosen(due)).toEqual([
    '例外 b 不适用：【aided】：是；【cost】 5.00 < 1.00 不成立 | the exception b does not apply: the aided: yes; the cost 5.00 < 1.00 does not hold',
  ]);
});
