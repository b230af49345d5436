import { describe, expect, it } from 'vitest';
import type { Expr, Operators } from '#rules/formula/expression';
import { mostAdded, totalsWithin } from '#rules/targets/emit-totals';
import { planTargets, type TargetPlan } from '#rules/targets/plan';
import { formulaOf, named } from '#tests/support/small-formula';

const fen = (f: Operators, id: string, atMost: string, atLeast = '0.00'): Expr<'fen'> =>
  f.input(id, 'fen', named(id), { atLeast, atMost });

/** A plan whose totals add up these amounts. */
function adding(...amounts: readonly ((f: Operators) => Expr<'fen'>)[]): TargetPlan {
  return planTargets(
    formulaOf((f) => {
      const totals = amounts.map((amount, at) => f.running(`total ${at}`, amount(f)));
      const none = f.constant('fen', '0.00');
      return f.add([none, none, ...totals], named('x'));
    }),
  );
}

describe('a total is looked at once a call where all the rows of a call are proved to stay within its range', () => {
  // 2^18 rows of 343,597,383.67 yuan each come to just less than 2^53 fen.
  it.each<[string, (f: Operators) => Expr<'fen'>, bigint | undefined]>([
    ['of small amounts', (f) => fen(f, 'a', '60.00'), 6_000n],
    ['of the greatest that do', (f) => fen(f, 'a', '343597383.67'), 34_359_738_367n],
    ['of a fen more', (f) => fen(f, 'a', '343597383.68'), undefined],
    ['that may fall', (f) => f.subtract(fen(f, 'a', '60.00'), fen(f, 'b', '60.00')), undefined],
    [
      'of a part of a bill, whatever it is a part by',
      (f) => {
        const whole = fen(f, 'b', '9000000.00', '0.01');
        const part = f.mulDiv(fen(f, 'a', '60.00'), f.min(whole, fen(f, 'c', '9000000.00')), whole, 'down');
        return f.if(f.compare(fen(f, 'small', '1.00'), 'below', part), part, fen(f, 'a', '60.00'));
      },
      6_000n,
    ],
    [
      'of less than the facts that it comes of',
      (f) => f.min(fen(f, 'a', '60.00'), fen(f, 'b', '5.00')),
      500n,
    ],
    [
      'of a part of what is the least of several facts',
      (f) => {
        const whole = fen(f, 'b', '9000000.00', '0.01');
        const least = f.min(f.min(fen(f, 'a', '60.00'), fen(f, 'd', '5.00')), fen(f, 'e', '70.00'));
        return f.mulDiv(least, f.min(whole, fen(f, 'c', '9000000.00')), whole, 'down');
      },
      500n,
    ],
    [
      'that an assertion holds to less in rows that need it',
      (f) => {
        const amount = fen(f, 'a', '60.00');
        const text = { zh: '不可', en: 'not allowed' };
        const refusal = { code: 'not_allowed', field: 'a', what: text, next: text };
        const held = f.assert(f.compare(amount, 'at_most', f.constant('fen', '5.00')), amount, refusal);
        const isUpTo = f.compare(
          f.if(f.input('yes', 'truth', named('yes')), held, amount),
          'at_most',
          amount,
        );
        return f.if(isUpTo, amount, f.constant('fen', '0.00'));
      },
      6_000n,
    ],
    ['of nothing', (f) => f.constant('fen', '0.00'), 0n],
  ])('%s', (_, amount, most) => {
    expect(mostAdded(adding(amount))).toEqual([most]);
  });

  it('no more than what is left of the range may come in a call; a total that is lost is not asked', () => {
    const plan = adding(
      (f) => fen(f, 'a', '60.00'),
      (f) => f.subtract(fen(f, 'a', '60.00'), fen(f, 'b', '60.00')),
      (f) => fen(f, 'c', '70.00'),
    );
    expect(totalsWithin(plan)).toEqual([
      '!(t0 < 0)',
      '!(t0 + (end - first) * 6000 > 6000000000)',
      '!(t2 < 0)',
      '!(t2 + (end - first) * 7000 > 7000000000)',
    ]);
  });
});
