import { describe, expect, it } from 'vitest';
import { present } from '#kernel/assert';
import type { Expr, Operators } from '#rules/formula/expression';
import { planTargets, type NodePlan } from '#rules/targets/plan';
import { formulaOf, named } from '#tests/support/small-formula';

/** How a figure is held that an output needs. */
function planned(write: (f: Operators) => Expr): NodePlan {
  let node = -1;
  const formula = formulaOf((f) => {
    const written = write(f);
    ({ node } = written);
    const isSame = f.compare(written, 'equals', written);
    return f.if(isSame, f.constant('fen', '1.00'), f.constant('fen', '0.00'), named('x'));
  });
  return planTargets(formula).of(node);
}

/** 2^53 − 1 fen, the most that a double holds with every whole number below. */
const MOST = 9_007_199_254_740_991n;
const yuan = (amount: bigint): string => `${amount / 100n}.${String(amount % 100n).padStart(2, '0')}`;
const fen = (f: Operators, id: string, atMost: bigint): Expr<'fen'> =>
  f.input(id, 'fen', named(id), { atLeast: '0.00', atMost: yuan(atMost) });
const count = (f: Operators, id: string, atMost: string): Expr<'count'> =>
  f.input(id, 'count', named(id), { atLeast: '0', atMost });
const rate = (f: Operators, id = 'r'): Expr<'rate'> => f.input(id, 'rate', named(id));
const flag = (f: Operators): Expr<'truth'> => f.input('flag', 'truth', named('flag'));
const kind = (f: Operators): Expr<'choice'> => f.input('kind', 'choice', named('kind'), ['p']);

describe('a figure is held in a double where it is proved to fit', () => {
  it.each<[string, (f: Operators) => Expr, boolean]>([
    ['the most that fits', (f) => fen(f, 'a', MOST), true],
    ['one fen more', (f) => fen(f, 'a', MOST + 1n), false],
    ['as much below zero', (f) => f.subtract(f.constant('fen', '0.00'), fen(f, 'a', MOST)), true],
    ['one fen more below zero', (f) => f.subtract(f.constant('fen', '0.00'), fen(f, 'a', MOST + 1n)), false],
    ['a count in its parts', (f) => count(f, 'n', '900719925474.0991'), true],
    ['one part more', (f) => count(f, 'n', '900719925474.0992'), false],
    ['a truth', flag, true],
    ['a choice', kind, true],
  ])('%s', (_, write, isNarrow) => {
    expect(planned(write).isNarrow).toBe(isNarrow);
  });

  it('of a figure it is known whether it can be below zero', () => {
    expect(planned((f) => fen(f, 'a', 5n)).isNotNegative).toBe(true);
    expect(planned((f) => f.subtract(fen(f, 'a', 5n), fen(f, 'b', 5n))).isNotNegative).toBe(false);
    expect(planned(flag)).toMatchObject({ isNotNegative: false, range: undefined });
  });
});

describe('it is reckoned in doubles where nothing on the way goes beyond', () => {
  const half = (MOST - 1n) / 2n - 1n;
  const one = (f: Operators): Expr<'count'> => f.constant('count', '1');
  const none = (f: Operators): Expr<'fen'> => f.constant('fen', '0.00');
  const most = (f: Operators): Expr<'fen'> => f.constant('fen', yuan(MOST));
  const whole = (f: Operators, atMost: bigint): Expr<'fen'> =>
    f.round(f.timesCount(fen(f, 'a', atMost), one(f)), 'half_up');
  /** An amount in parts of 10^−6 fen; and in parts of 10^−12. */
  const share = (f: Operators, atMost: bigint, id = 'a'): Expr<'exact'> =>
    f.timesRate(fen(f, id, atMost), rate(f));
  const fine = (f: Operators): Expr<'exact'> =>
    f.timesRate(f.timesRate(fen(f, 'b', 1n), rate(f)), rate(f, 'q'));

  it.each<[string, (f: Operators) => Expr, boolean]>([
    ['a sum', (f) => f.add([fen(f, 'a', MOST - 1n), fen(f, 'b', 1n)]), true],
    ['a sum of too much', (f) => f.add([fen(f, 'a', MOST), fen(f, 'b', 1n)]), false],
    [
      'a sum that only its last part brings back',
      (f) => f.add([fen(f, 'a', MOST), fen(f, 'b', MOST), f.subtract(none(f), most(f))]),
      false,
    ],
    ['a product that fits', (f) => share(f, 1n), true],
    [
      'a product with nothing of what is too large',
      (f) => f.timesRate(fen(f, 'a', MOST + 1n), f.constant('rate', '0%')),
      false,
    ],
    [
      'what is not too large after all',
      (f) => f.min(f.add([fen(f, 'a', MOST), fen(f, 'b', 1n)]), fen(f, 'c', 5n)),
      false,
    ],
    ['a rounding with room for the half', (f) => f.round(share(f, 9_007_199_253n), 'half_up'), true],
    ['a rounding of whole fen with room for one more', (f) => whole(f, MOST - 1n), true],
    ['a rounding of whole fen without', (f) => whole(f, MOST), false],
    ['a rounding without', (f) => f.round(share(f, 9_007_199_254n), 'half_up'), false],
    ['a divided part', (f) => f.mulDiv(fen(f, 'a', half), one(f), one(f), 'down'), true],
    [
      'a divided part of one fen more',
      (f) => f.mulDiv(fen(f, 'a', half + 1n), one(f), one(f), 'down'),
      false,
    ],
    [
      'a divided part by counts in tenths',
      (f) => f.mulDiv(fen(f, 'a', half / 5n - 2n), f.constant('count', '0.5'), one(f), 'down'),
      true,
    ],
    [
      'a divided part by counts in tenths of more',
      (f) => f.mulDiv(fen(f, 'a', half / 5n + 1n), f.constant('count', '0.5'), one(f), 'down'),
      false,
    ],
    ['a comparison brought to the finest parts', (f) => f.compare(share(f, 9_007n), 'below', fine(f)), true],
    ['a comparison brought beyond', (f) => f.compare(share(f, 9_008n), 'below', fine(f)), false],
    [
      'a comparison of the most that fits',
      (f) => f.compare(fen(f, 'a', MOST), 'below', fen(f, 'b', MOST)),
      true,
    ],
    ['the smaller of the most that fits', (f) => f.min(fen(f, 'a', MOST), fen(f, 'b', MOST)), true],
    ['a comparison of choices', (f) => f.compare(kind(f), 'equals', kind(f)), true],
    ['the smaller, brought to the finest parts', (f) => f.min(share(f, 9_007n), fine(f)), true],
    ['the smaller of one that is brought beyond', (f) => f.min(share(f, 9_008n), fine(f)), false],
    ['a difference brought beyond', (f) => f.subtract(fine(f), share(f, 9_008n)), false],
    [
      'a condition, whatever it compares',
      (f) => f.if(f.compare(share(f, 9_008n), 'below', share(f, 5n, 'c')), fine(f), fine(f)),
      true,
    ],
    ['a result brought beyond', (f) => f.if(flag(f), share(f, 9_008n), fine(f)), false],
  ])('%s', (_, write, isNarrow) => {
    expect(planned(write).isReckonedNarrow).toBe(isNarrow);
  });
});

describe('a plan', () => {
  const formula = formulaOf((f, builder) => {
    const tier = f.input('tier', 'choice', named('tier'), ['p', 'q', 'r']);
    const idle = f.add([fen(f, 'idle', 5n), f.value('second', 'fen')], named('idle sum'));
    builder.output('idle', idle);
    const first = f.value('first', 'fen');
    return f.match(tier, { p: first, q: f.value('huge', 'fen') }, first, named('x'));
  });

  it('keeps the nodes that the wanted outputs need, in their order', () => {
    const all = planTargets(formula);
    expect(all.live).toEqual(formula.nodes.map((_, at) => at));
    const wanted = planTargets(formula, ['x']);
    expect(wanted.outputs).toEqual(['x']);
    expect(wanted.live.map((at) => formula.nodes[at]?.name ?? formula.nodes[at]?.op)).toEqual([
      'tier',
      'value',
      'value',
      'x',
    ]);
    expect(() => wanted.of(present(formula.outputs['idle'], 'an output'))).toThrow('a plan of node');
    expect(() => planTargets(formula, ['none'])).toThrow('the output none');
  });

  it('lays the cells of what is needed side by side', () => {
    const { cells, cellCount } = planTargets(formula, ['x']);
    expect(cells.map(({ value, offset, keys }) => [value, offset, keys])).toEqual([
      ['first', 0, []],
      ['huge', 1, []],
    ]);
    expect(cellCount).toBe(2);
  });
});
