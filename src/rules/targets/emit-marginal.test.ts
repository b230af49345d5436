import { expect, it } from 'vitest';
import type { Expr, Operators } from '#rules/formula/expression';
import { emitScalar } from '#rules/targets/emit-scalar';
import { planTargets } from '#rules/targets/plan';
import { formulaOf, named } from '#tests/support/small-formula';

/** 2^53 − 1 fen. */
const MOST = 9_007_199_254_740_991n;
const yuan = (amount: bigint): string => `${amount / 100n}.${String(amount % 100n).padStart(2, '0')}`;
const fen = (f: Operators, id: string, atMost: bigint): Expr<'fen'> =>
  f.input(id, 'fen', named(id), { atLeast: '0.00', atMost: yuan(atMost) });
const given = (f: Operators): Expr<'rate'> => f.input('rate', 'rate', named('rate'));
const percent = (f: Operators, text: string): Expr<'rate'> => f.constant('rate', text);
const none = (f: Operators): Expr<'fen'> => f.constant('fen', '0.00');

type Rates = readonly [Expr<'rate'>, ...Expr<'rate'>[]];

interface Bands {
  readonly to: (f: Operators) => Expr<'fen'>;
  readonly from?: (f: Operators) => Expr<'fen'>;
  readonly thresholds: readonly bigint[];
  readonly rates: (f: Operators) => Rates;
}

function text({ to, from = none, thresholds, rates }: Bands): string {
  return emitScalar(
    planTargets(
      formulaOf((f) => {
        const bands = {
          thresholds: thresholds.map((amount) => f.constant('fen', yuan(amount))),
          rates: rates(f),
        };
        return f.round(f.marginal(from(f), to(f), bands), 'down', named('x'));
      }),
    ),
  );
}

const free = (f: Operators): readonly [Expr<'rate'>, Expr<'rate'>] => [percent(f, '0%'), percent(f, '0%')];
const shares = (f: Operators): Rates => [given(f), percent(f, '50%'), given(f), given(f)];

it.each<[string, Bands, boolean]>([
  [
    'whose stretch and bands are small',
    { to: (f) => fen(f, 'to', 9_000n), thresholds: [1n, 2n, 3n], rates: shares },
    true,
  ],
  [
    'whose stretch and threshold just fit together',
    { to: (f) => fen(f, 'to', MOST - 9n), thresholds: [9n], rates: free },
    true,
  ],
  [
    'whose stretch and threshold do not',
    { to: (f) => fen(f, 'to', MOST - 9n), thresholds: [10n], rates: free },
    false,
  ],
  [
    'one of whose thresholds does not',
    {
      to: (f) => fen(f, 'to', MOST - 9n),
      thresholds: [9n, 10n],
      rates: (f) => [...free(f), percent(f, '0%')],
    },
    false,
  ],
  [
    'whose stretch begins too far from a threshold',
    {
      from: (f) => fen(f, 'from', MOST - 9n),
      to: (f) => f.max(fen(f, 'from', MOST - 9n), fen(f, 'to', MOST - 9n)),
      thresholds: [10n],
      rates: free,
    },
    false,
  ],
  [
    'whose stretch might end before it begins',
    { from: (f) => fen(f, 'from', 5n), to: (f) => fen(f, 'to', 9n), thresholds: [1n], rates: free },
    false,
  ],
  [
    'whose terms just fit together',
    { to: (f) => fen(f, 'to', 3_002_399_751n), thresholds: [1n], rates: (f) => [given(f), given(f)] },
    true,
  ],
  [
    'whose terms do not',
    { to: (f) => fen(f, 'to', 3_002_399_752n), thresholds: [1n], rates: (f) => [given(f), given(f)] },
    false,
  ],
])('a scale %s is taken without a jump only where all is proved', (_, bands, isProved) => {
  expect(text(bands).includes('Math.max(')).toBe(!isProved);
});

it('rows that end in the lowest two bands reckon no more than these', () => {
  const written = text({ to: (f) => fen(f, 'to', 9_000n), thresholds: [10n, 20n, 30n], rates: shares });
  const line = written.split('\n').find((each) => each.includes('abs')) ?? '';
  const ways = line.split(/ = | : | \? /).slice(1);
  expect(ways.map((way) => way.match(/abs/g)?.length ?? 0)).toEqual([0, 0, 0, 2, 6]);
  expect([ways[0], ways[2]]).toEqual([
    expect.stringMatching(/<= \(10\)$/),
    expect.stringMatching(/<= \(20\)$/),
  ]);
});

it('a lowest band that costs nothing is nothing', () => {
  const rates = (f: Operators): Rates => [percent(f, '0%'), given(f)];
  expect(text({ to: (f) => fen(f, 'to', 9_000n), thresholds: [10n], rates })).toContain('<= (10) ? 0 :');
});
