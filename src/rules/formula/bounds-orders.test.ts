import { describe, expect, it } from 'vitest';
import { present } from '#kernel/assert';
import { boundsOf } from '#rules/formula/bounds';
import type { Expr, Operators } from '#rules/formula/expression';
import type { FormulaNode, FormulaUnit } from '#rules/formula/node';
import { formulaOf, named } from '#tests/support/small-formula';

type Pair = (f: Operators) => readonly [lower: Expr, upper: Expr];

/** Whether the first of two figures is proved never to be above the second. */
function isProved(pair: Pair): boolean {
  const found: (readonly [Expr, Expr])[] = [];
  const { nodes } = formulaOf((f) => {
    found.push(pair(f));
    return f.constant('fen', '0.00', named('x'));
  });
  const [lower, upper] = present(found[0], 'a pair');
  return boundsOf({ nodes }).isAtMost(lower.node, upper.node);
}

const fen =
  (id: string) =>
  (f: Operators): Expr<'fen'> =>
    f.input(id, 'fen', named(id));
const count =
  (id: string, atLeast = '0') =>
  (f: Operators): Expr<'count'> =>
    f.input(id, 'count', named(id), { atLeast, atMost: '1000' });
const rate =
  (id: string) =>
  (f: Operators): Expr<'rate'> =>
    f.input(id, 'rate', named(id));
const [a, b, c, d] = [fen('a'), fen('b'), fen('c'), fen('d')];
const [n, m] = [count('n'), count('m', '1')];
const [r, q] = [rate('r'), rate('q')];
/** May be below zero. */
const s = (f: Operators): Expr<'fen'> => f.subtract(c(f), d(f));
const flag = (f: Operators): Expr<'truth'> => f.input('flag', 'truth', named('flag'));
const kind = (f: Operators): Expr<'choice'> => f.input('kind', 'choice', named('kind'), ['p', 'q']);
const double = (f: Operators): Expr<'rate'> => f.add([r(f), r(f)]);
const refusal = { code: 'c', field: 'a', what: { zh: '', en: '' }, next: { zh: '', en: '' } };
const scale = (
  f: Operators,
  to: Expr<'fen'>,
  [first, second]: readonly [Expr<'rate'>, Expr<'rate'>],
): Expr<'exact'> => f.marginal(a(f), to, { thresholds: [f.constant('fen', '5.00')], rates: [first, second] });
const within = (f: Operators, id: string, atLeast: string, atMost: string): Expr<'fen'> =>
  f.input(id, 'fen', named(id), { atLeast, atMost });

describe('one figure is proved never to be above another', () => {
  it.each<[string, Pair]>([
    ['a figure and itself', (f) => [a(f), a(f)]],
    ['ranges that only touch', (f) => [within(f, 'p', '1.00', '2.00'), within(f, 'q', '2.00', '3.00')]],
    ['the smaller of two and the first', (f) => [f.min(a(f), b(f)), a(f)]],
    ['the smaller of two and the second', (f) => [f.min(a(f), b(f)), b(f)]],
    ['the larger of two below', (f) => [f.max(f.min(a(f), b(f)), f.min(a(f), c(f))), a(f)]],
    ['what is held, by its upper bound', (f) => [f.clamp(b(f), f.min(a(f), c(f)), a(f)), a(f)]],
    ['what is held, by itself', (f) => [f.clamp(f.min(a(f), b(f)), f.min(a(f), c(f)), d(f)), a(f)]],
    ['each result of a choice', (f) => [f.match(kind(f), { p: f.min(a(f), b(f)), q: a(f) }), a(f)]],
    [
      'base and exceptions',
      (f) => [f.exceptions(a(f), [{ name: 'e', when: flag(f), then: f.min(a(f), b(f)) }]), a(f)],
    ],
    ['either result of a condition', (f) => [f.if(flag(f), a(f), f.min(a(f), b(f))), a(f)]],
    [
      'a result that its condition holds down, by way of it',
      (f) => [
        f.if(f.compare(a(f), 'at_most', b(f)), f.min(a(f), c(f)), f.min(b(f), c(f))),
        f.max(b(f), d(f)),
      ],
    ],
    ['an asserted figure', (f) => [f.assert(f.compare(a(f), 'below', b(f)), a(f), refusal), b(f)]],
    ['what is left and what was there', (f) => [f.subtract(a(f), b(f)), a(f)]],
    ['what a sum adds', (f) => [f.subtract(f.add([a(f), b(f)]), a(f)), b(f)]],
    [
      'what bounds leave of what is added',
      (f) => {
        const [added, low, high] = [b(f), f.constant('fen', '3.00'), f.constant('fen', '9.00')];
        return [f.subtract(f.clamp(f.add([a(f), added]), low, high), f.clamp(a(f), low, high)), added];
      },
    ],
    ['a share and its whole', (f) => [f.timesRate(a(f), r(f)), a(f)]],
    ['bands of shares and their stretch', (f) => [scale(f, f.add([a(f), b(f)]), [r(f), q(f)]), b(f)]],
    ['a rounded share and its whole fen', (f) => [f.round(f.timesRate(a(f), r(f)), 'half_up'), a(f)]],
    ['a divided part and its whole', (f) => [f.mulDiv(a(f), f.min(m(f), n(f)), m(f), 'half_up'), a(f)]],
    [
      'a part beside what leaves room for it',
      (f) => [f.add([b(f), f.min(f.subtract(a(f), b(f)), c(f))]), a(f)],
    ],
    ['the same the other way round', (f) => [f.add([f.min(f.subtract(a(f), b(f)), c(f)), b(f)]), a(f)]],
    ['a figure and the larger of it and another', (f) => [a(f), f.max(b(f), a(f))]],
    [
      'a figure and what is held above it',
      (f) => [f.min(a(f), b(f)), f.clamp(c(f), a(f), f.max(a(f), d(f)))],
    ],
    ['a figure and what of it is held above', (f) => [f.min(a(f), b(f)), f.clamp(a(f), d(f), b(f))]],
    ['a figure and the smaller of two above', (f) => [f.min(a(f), b(f)), f.min(b(f), a(f))]],
    ['a figure and each result', (f) => [f.min(a(f), b(f)), f.match(kind(f), { p: a(f), q: b(f) })]],
    [
      'a figure and base and exceptions',
      (f) => [f.min(a(f), b(f)), f.exceptions(a(f), [{ name: 'e', when: flag(f), then: b(f) }])],
    ],
    ['a figure and both results', (f) => [f.min(a(f), b(f)), f.if(flag(f), a(f), b(f))]],
    [
      'a figure and a result that its condition holds up',
      (f) => [a(f), f.if(f.compare(a(f), 'below', b(f)), b(f), a(f))],
    ],
    ['a figure and its sum with what is not negative', (f) => [a(f), f.add([b(f), a(f)])]],
    [
      'less of which more is taken',
      (f) => [f.subtract(f.min(a(f), s(f)), b(f)), f.subtract(s(f), f.min(b(f), c(f)))],
    ],
    [
      'a figure and what is rounded of an amount that is asserted to be above it',
      (f) => {
        const least = f.timesCount(within(f, 'e', '6.00', '9.00'), f.constant('count', '1'));
        const limit = within(f, 'limit', '0.00', '5.00');
        return [a(f), f.round(f.assert(f.compare(a(f), 'at_most', limit), least, refusal), 'down')];
      },
    ],
    [
      'a part that fits into one of two names for what is left',
      (f) => {
        const [one, two] = ['one', 'two'].map((id) => f.subtract(a(f), b(f), named(id)));
        if (one === undefined || two === undefined) return [a(f), b(f)];
        return [f.add([b(f), f.min(one, c(f))]), a(f)];
      },
    ],
    [
      'two roundings alike',
      (f) => [
        f.round(f.timesRate(f.min(a(f), b(f)), double(f)), 'down'),
        f.round(f.timesRate(b(f), double(f)), 'down'),
      ],
    ],
    [
      'fewer at a lower rate',
      (f) => [f.timesRate(f.min(a(f), b(f)), f.min(double(f), q(f))), f.timesRate(b(f), double(f))],
    ],
    [
      'less, though it may be negative, at the same rate',
      (f) => [f.timesRate(f.min(s(f), a(f)), double(f)), f.timesRate(s(f), double(f))],
    ],
    ['less as often', (f) => [f.timesCount(f.min(a(f), b(f)), n(f)), f.timesCount(b(f), n(f))]],
    [
      'sums part by part',
      (f) => [f.add([f.min(s(f), b(f)), f.min(a(f), c(f))]), f.add([s(f), f.max(c(f), d(f))])],
    ],
  ])('%s', (_, pair) => {
    expect(isProved(pair)).toBe(true);
  });
});

describe('nothing is proved that some row could show to be false', () => {
  it.each<[string, Pair]>([
    ['two figures', (f) => [a(f), b(f)]],
    ['ranges that cross', (f) => [within(f, 'p', '1.00', '2.01'), within(f, 'q', '2.00', '3.00')]],
    ['the smaller of two and a third', (f) => [f.min(a(f), b(f)), c(f)]],
    ['the larger of two, of which one is free', (f) => [f.max(f.min(a(f), b(f)), c(f)), a(f)]],
    ['what a free lower bound lifts', (f) => [f.clamp(f.min(a(f), b(f)), c(f), a(f)), a(f)]],
    ['what nothing holds from above', (f) => [f.clamp(b(f), f.min(a(f), c(f)), d(f)), a(f)]],
    ['a choice with a free result', (f) => [f.match(kind(f), { p: a(f), q: b(f) }), a(f)]],
    ['a condition with a free result', (f) => [f.if(flag(f), b(f), a(f)), a(f)]],
    [
      'the result where the condition does not hold',
      (f) => [f.if(f.compare(a(f), 'at_most', b(f)), b(f), a(f)), b(f)],
    ],
    [
      'what the condition says the other way round',
      (f) => [f.if(f.compare(a(f), 'at_least', b(f)), a(f), b(f)), b(f)],
    ],
    ['what is left of which a negative figure is taken', (f) => [f.subtract(a(f), s(f)), a(f)]],
    ['two figures that a sum adds, by one', (f) => [f.subtract(f.add([a(f), b(f), c(f)]), a(f)), b(f)]],
    ['what a sum adds, by another', (f) => [f.subtract(f.add([a(f), b(f)]), a(f)), c(f)]],
    ['more than the whole', (f) => [f.timesRate(a(f), double(f)), a(f)]],
    ['a share of what may be negative', (f) => [f.timesRate(s(f), r(f)), s(f)]],
    [
      'what bounds leave beside a divided part of the same figures',
      (f) => {
        const [added, low, high] = [b(f), f.constant('fen', '3.00'), f.constant('fen', '9.00')];
        const divided = f.mulDiv(a(f), low, high, 'down');
        return [f.subtract(f.clamp(f.add([a(f), added]), low, high), divided), added];
      },
    ],
    ['a share and another whole', (f) => [f.timesRate(a(f), r(f)), b(f)]],
    ['bands of which one gives more', (f) => [scale(f, f.add([a(f), b(f)]), [r(f), double(f)]), b(f)]],
    ['bands and another stretch', (f) => [scale(f, f.add([a(f), b(f)]), [r(f), q(f)]), c(f)]],
    [
      'a rounding and the amount before it',
      (f) => {
        const share = f.timesRate(a(f), r(f));
        return [f.round(share, 'half_up'), share];
      },
    ],
    ['more parts than there are', (f) => [f.mulDiv(a(f), n(f), m(f), 'down'), a(f)]],
    [
      'a divided part of what may be negative',
      (f) => [f.mulDiv(s(f), f.min(m(f), n(f)), m(f), 'down'), s(f)],
    ],
    ['a divided part and another whole', (f) => [f.mulDiv(a(f), f.min(m(f), n(f)), m(f), 'down'), b(f)]],
    ['two figures beside each other', (f) => [f.add([b(f), c(f)]), f.max(f.subtract(a(f), b(f)), a(f))]],
    [
      'three beside each other, of which two fit',
      (f) => [f.add([b(f), f.min(f.subtract(a(f), b(f)), c(f)), d(f)]), a(f)],
    ],
    ['what fits beside another', (f) => [f.add([c(f), f.min(f.subtract(a(f), b(f)), d(f))]), a(f)]],
    ['what fits into another', (f) => [f.add([b(f), f.min(f.subtract(c(f), b(f)), d(f))]), a(f)]],
    ['a figure and the larger of two others', (f) => [a(f), f.max(b(f), c(f))]],
    ['a figure that an upper bound may cut', (f) => [a(f), f.clamp(c(f), a(f), b(f))]],
    ['a figure and what is held between others', (f) => [f.min(a(f), b(f)), f.clamp(c(f), d(f), a(f))]],
    ['a figure and the smaller of it and another', (f) => [a(f), f.min(a(f), b(f))]],
    ['a figure and two results of which one is free', (f) => [a(f), f.if(flag(f), b(f), a(f))]],
    ['a figure and its sum with what may be negative', (f) => [a(f), f.add([a(f), s(f)])]],
    ['a figure and the sum of others', (f) => [a(f), f.add([b(f), c(f)])]],
    [
      'less of which less is taken',
      (f) => [f.subtract(f.min(a(f), s(f)), f.min(b(f), c(f))), f.subtract(s(f), b(f))],
    ],
    [
      'more of which more is taken',
      (f) => [f.subtract(s(f), b(f)), f.subtract(f.min(a(f), s(f)), f.min(b(f), c(f)))],
    ],
    [
      'two roundings that differ',
      (f) => [
        f.round(f.timesRate(f.min(a(f), b(f)), double(f)), 'half_up'),
        f.round(f.timesRate(b(f), double(f)), 'down'),
      ],
    ],
    [
      'more at the same rate',
      (f) => [f.timesRate(b(f), double(f)), f.timesRate(f.min(a(f), b(f)), double(f))],
    ],
    [
      'the same at a higher rate',
      (f) => [f.timesRate(b(f), double(f)), f.timesRate(b(f), f.min(double(f), q(f)))],
    ],
    [
      'less that may be negative at a lower rate',
      (f) => [f.timesRate(f.min(s(f), a(f)), f.min(double(f), q(f))), f.timesRate(s(f), double(f))],
    ],
    [
      'less a number of times that may be negative',
      (f) => {
        const times = f.subtract(n(f), m(f));
        return [f.timesCount(f.min(a(f), b(f)), times), f.timesCount(b(f), times)];
      },
    ],
    [
      'sums of which one part is free',
      (f) => [f.add([f.min(s(f), b(f)), c(f)]), f.add([s(f), f.max(a(f), d(f))])],
    ],
    ['bands of which the first gives more', (f) => [scale(f, f.add([a(f), b(f)]), [double(f), r(f)]), b(f)]],
    ['a figure and its sum with two of which one may be negative', (f) => [a(f), f.add([a(f), b(f), s(f)])]],
    [
      'a rounding and a divided part',
      (f) => [f.round(f.timesRate(a(f), r(f)), 'down'), f.mulDiv(a(f), n(f), m(f), 'down')],
    ],
    [
      'a divided part and a rounding',
      (f) => {
        const least = f.timesCount(within(f, 'e', '6.00', '9.00'), f.constant('count', '1'));
        return [f.mulDiv(within(f, 'p', '0.00', '5.00'), n(f), m(f), 'down'), f.round(least, 'down')];
      },
    ],
    [
      'a share and nothing beside it, and another share',
      (f) => {
        const none = f.timesRate(f.constant('fen', '0.00'), r(f));
        return [f.add([f.timesRate(a(f), r(f)), none]), f.timesRate(a(f), q(f))];
      },
    ],
    [
      'the larger of two that may be negative, and their sum',
      (f) => {
        const t = f.subtract(a(f), b(f));
        return [f.max(s(f), t), f.add([s(f), t])];
      },
    ],
    ['sums of other lengths', (f) => [f.add([s(f), s(f)]), f.add([s(f), s(f), s(f)])]],
  ])('%s', (_, pair) => {
    expect(isProved(pair)).toBe(false);
  });
});

describe('what is not there, or has no range', () => {
  const node = (op: string, unit: FormulaUnit, ...args: readonly number[]): FormulaNode =>
    ({ op, unit, args, cite: [], readings: [], rounding: 'down' }) as unknown as FormulaNode;
  /** Node 1 is divided by what may be zero. */
  const nodes = [
    node('input', 'fen'),
    node('mulDiv', 'fen', 0, 0, 0),
    node('subtract', 'fen', 0, 1),
    node('timesRate', 'exact', 0, 1),
    node('round', 'fen', 3),
  ];

  it.each([
    [0, 1],
    [2, 0],
    [3, 0],
    [0, 9],
    [9, 0],
    [4, 9],
  ])('nothing is proved of %s and %s', (lower, upper) => {
    expect(boundsOf({ nodes }).isAtMost(lower, upper)).toBe(false);
  });
});

it('what was asked before changes no answer', () => {
  const { nodes } = formulaOf((f) => {
    const least = f.min(a(f), b(f));
    f.max(f.subtract(a(f), least), f.add([least, c(f)]));
    return f.round(f.timesRate(f.clamp(least, c(f), d(f)), r(f)), 'down', named('x'));
  });
  const asked = boundsOf({ nodes });
  nodes.forEach((_, lower) =>
    nodes.forEach((_, upper) => {
      const isAtMost = asked.isAtMost(lower, upper);
      expect([lower, upper, isAtMost]).toEqual([lower, upper, boundsOf({ nodes }).isAtMost(lower, upper)]);
    }),
  );
});

describe('a proof ends', () => {
  const taken =
    (steps: number): Pair =>
    (f) => {
      let left = a(f);
      for (let step = 0; step < steps; step += 1)
        left = f.subtract(left, within(f, `less${step}`, '0.00', '0.01'));
      return [left, a(f)];
    };

  it('a hundred steps are followed, three hundred are given up and taken as not proved', () => {
    expect(isProved(taken(100))).toBe(true);
    expect(isProved(taken(300))).toBe(false);
  });

  it('also where each step asks twice, and asks the same again', () => {
    const doubled = (f: Operators): readonly [Expr, Expr] => {
      let [left, right] = [f.min(a(f), b(f)), f.min(b(f), c(f))];
      for (let step = 0; step < 60; step += 1) [left, right] = [f.max(left, right), f.min(right, left)];
      return [left, d(f)];
    };
    expect(isProved(doubled)).toBe(false);
  });
});
