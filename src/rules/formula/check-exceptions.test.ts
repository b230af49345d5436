import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Expr, Operators } from '#rules/formula/expression';
import type { Comparison } from '#rules/formula/node';
import { Evaluation, prepareFormula } from '#rules/targets/oracle-evaluation';
import { build, choice, count, faultsOf, flag, formulaOf, named, values } from '#tests/support/small-formula';

const KINDS = ['child', 'worker', 'retired'];
const age = (f: Operators): Expr<'count'> =>
  f.input('age', 'count', named('age'), { atLeast: '0', atMost: '120' });
const kind = (f: Operators): Expr<'choice'> => f.input('kind', 'choice', named('kind'), KINDS);
const zero = (f: Operators): Expr<'fen'> => f.constant('fen', '0.00');

type Condition = (f: Operators) => Expr<'truth'>;

const isKind =
  (option: string): Condition =>
  (f) =>
    f.compare(kind(f), 'equals', f.constant('choice', option));
const isAged =
  (comparison: Comparison, years: string): Condition =>
  (f) =>
    f.compare(age(f), comparison, f.constant('count', years));

const pair =
  (one: Condition, other: Condition) =>
  (f: Operators): Expr<'fen'> =>
    f.exceptions(
      zero(f),
      [
        { name: 'a', when: one(f), then: f.constant('fen', '1.00') },
        { name: 'b', when: other(f), then: f.constant('fen', '2.00') },
      ],
      named('x'),
    );

describe('two exceptions never apply at once', () => {
  it.each<[string, Condition, Condition]>([
    ['one side of a threshold and the other', isAged('below', '60'), isAged('at_least', '60')],
    ['two kinds of one person', isKind('child'), isKind('retired')],
    ['a condition and its opposite', isKind('child'), (f) => f.not(isKind('child')(f))],
    ['more than anyone can be', isAged('above', '120'), isKind('child')],
    [
      'a threshold of the pack, seen from both sides',
      (f) => f.compare(f.input('cost', 'fen', named('cost')), 'above', f.value('first', 'fen')),
      (f) => f.compare(f.value('first', 'fen'), 'at_least', f.input('cost', 'fen', named('cost'))),
    ],
    [
      'whole fen between two neighbours',
      (f) => f.compare(f.input('cost', 'fen', named('cost')), 'above', f.constant('fen', '0.01')),
      (f) => f.compare(f.input('cost', 'fen', named('cost')), 'below', f.constant('fen', '0.02')),
    ],
  ])('%s', (_, one, other) => {
    expect(faultsOf(pair(one, other))).toEqual([]);
  });

  it('a pair that can is refused with a case in which it does', () => {
    expect(faultsOf(pair(isKind('child'), isAged('below', '60')))).toEqual([
      'test/x: the exceptions a and b may apply at once (as where the kind = child, age < 60)',
    ]);
    expect(faultsOf(pair(isAged('at_most', '60'), isAged('at_least', '60')))).toEqual([
      'test/x: the exceptions a and b may apply at once (as where age = 60)',
    ]);
  });

  it('more cases than can be looked through are refused as undecidable', () => {
    const many: Condition = (f) => {
      const flags = Array.from({ length: 17 }, (_, at) => f.input(`flag${at}`, 'truth', named(`flag${at}`)));
      const [first, second, ...others] = flags as [Expr<'truth'>, Expr<'truth'>, ...Expr<'truth'>[]];
      return f.and([first, second, ...others]);
    };
    expect(faultsOf(pair(many, isKind('child')))).toEqual([
      'test/x: the exceptions a and b may apply at once (has too many cases to tell whether they can)',
    ]);
  });
});

const leaf: fc.Arbitrary<Condition> = fc.oneof(
  fc.constantFrom(...KINDS).map(isKind),
  fc
    .tuple(
      fc.constantFrom<Comparison>('below', 'at_most', 'equals', 'at_least', 'above'),
      fc.constantFrom('7', '8', '60'),
    )
    .map(([comparison, years]) => isAged(comparison, years)),
  fc.constant<Condition>((f) => f.input('flag', 'truth', named('flag'))),
);
const condition = fc.letrec<{ tree: Condition }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 3 },
    leaf,
    fc.tuple(tie('tree'), tie('tree')).map(
      ([a, b]): Condition =>
        (f) =>
          f.and([a(f), b(f)]),
    ),
    fc.tuple(tie('tree'), tie('tree')).map(
      ([a, b]): Condition =>
        (f) =>
          f.or([a(f), b(f)]),
    ),
    tie('tree').map(
      (a): Condition =>
        (f) =>
          f.not(a(f)),
    ),
    fc.tuple(tie('tree'), tie('tree'), tie('tree')).map(
      ([a, b, c]): Condition =>
        (f) =>
          f.if(a(f), b(f), c(f)),
    ),
  ),
})).tree;

it('whatever the conditions, they are refused exactly where some row makes both hold', () => {
  const rows = KINDS.flatMap((option) =>
    [0n, 7n, 8n, 30n, 60n, 61n, 120n].flatMap((years) =>
      [true, false].map((holds) => ({
        inputs: new Map([
          ['kind', choice(option)],
          ['age', count(years)],
          ['flag', flag(holds)],
        ]),
        values,
      })),
    ),
  );
  // Between 7 and 8 lies a half year, which whole years do not reach and the check takes as possible.
  rows.push(...rows.map((row) => ({ ...row, inputs: new Map(row.inputs).set('age', halfYear) })));
  fc.assert(
    fc.property(condition, condition, (one, other) => {
      const both = formulaOf((f) =>
        f.if(f.and([one(f), other(f)]), f.constant('fen', '1.00'), zero(f), named('x')),
      );
      const prepared = prepareFormula(both);
      const canClash = rows.some((row) => {
        const figure = new Evaluation(prepared, row).figure(both.outputs['x'] ?? -1);
        return figure?.unit === 'fen' && figure.fen === 100n;
      });
      expect(build(pair(one, other)).allowed).toBe(!canClash);
    }),
    { numRuns: 250 },
  );
});

const halfYear = { unit: 'count', count: { numerator: 15n, denominator: 2n } } as const;
