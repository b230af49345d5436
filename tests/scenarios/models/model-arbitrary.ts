/** What the random provinces of all places share. Sums are drawn as fen and written last. */
import fc from 'fast-check';

import { least, orZero, yuanOf } from '#tests/scenarios/models/model-arithmetic';
import type { FundInput } from '#tests/scenarios/models/model-input';

export const fenUpTo = (most: bigint): fc.Arbitrary<bigint> => fc.bigInt({ min: 0n, max: most });

/** From a few fen, where every rounding shows, to sums near 10^13 yuan. */
export const capArbitrary: fc.Arbitrary<bigint> = fc.constantFrom(
  12n,
  60n,
  2_500n,
  10n ** 6n,
  10n ** 11n,
  10n ** 14n,
);

/** 10^13 yuan in fen: no single sum is larger. */
const LARGEST = 10n ** 15n;

export const idArbitrary: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom('nanchang', 'jiujiang', 'ganzhou', 'ji-an', 'jian', 'provincial', 'constructor'),
  fc.constantFrom('a', 'a-1', 'a1', 'a10', 'a2', 'aa', 'b', 'z-9', 'z9'),
  fc.stringMatching(/^[a-z][a-z0-9]{0,5}(-[a-z0-9]{1,3})?$/),
);

export const incomeArbitrary = (cap: bigint): fc.Arbitrary<bigint> =>
  fc.oneof(fc.constant(0n), fenUpTo(9n), fenUpTo(cap / 4n));

/** True once in so many draws. */
export const onceIn = (draws: number): fc.Arbitrary<boolean> =>
  fc.integer({ min: 1, max: draws }).map((draw) => draw === draws);

export const nudgeArbitrary: fc.Arbitrary<bigint> = fc.bigInt({ min: -2n, max: 2n });

/** How much of something is taken, in thousandths. */
export const permilleArbitrary: fc.Arbitrary<bigint> = fc.bigInt({ min: 1n, max: 999n });

export const permilleOf = (amount: bigint, permille: bigint): bigint => (amount * permille) / 1000n;

/** At least zero and at most the largest sum. */
export const asAmount = (amount: bigint): bigint => least(orZero(amount), LARGEST);

export interface Drawn {
  id: string;
  /** The pool takes all figures of the one before it, for equal weights. */
  twin: boolean;
}

/** Up to twenty pools with ids of their own, some of them equal in all figures. */
export const poolsArbitrary = <Draw extends Drawn>(one: fc.Arbitrary<Draw>): fc.Arbitrary<Draw[]> =>
  fc
    .uniqueArray(one, { selector: (draw) => draw.id, minLength: 1, maxLength: 20, size: 'max' })
    .map((stated) => {
      const draws: Draw[] = [];
      for (const draw of stated) {
        const before = draws.at(-1);
        draws.push(draw.twin && before !== undefined ? { ...before, id: draw.id } : draw);
      }
      return draws;
    });

// ---- loss from breaches, and balances from before pooling ----

export type BreachStyle = 'none' | 'tiny' | 'extra' | 'part' | 'whole';
export type LegacyStyle = 'none' | 'part' | 'whole';

export const breachArbitrary = fc.constantFrom<BreachStyle[]>(
  'none',
  'none',
  'none',
  'tiny',
  'extra',
  'part',
  'whole',
);

export const legacyArbitrary = fc.constantFrom<LegacyStyle[]>('none', 'part', 'part', 'whole');

interface BreachDraw {
  breach: BreachStyle;
  loss: bigint;
  permille: bigint;
}

/** Loss from breaches is part of the expenditure: added to what is proper, or taken out of it. */
export const withBreach = (draw: BreachDraw, proper: bigint): { expenditure: bigint; breach: bigint } => {
  switch (draw.breach) {
    case 'none':
      return { expenditure: proper, breach: 0n };
    case 'tiny':
      return { expenditure: proper + 1n, breach: 1n };
    case 'extra':
      return { expenditure: proper + draw.loss, breach: draw.loss };
    case 'part':
      return { expenditure: proper, breach: permilleOf(proper, draw.permille) };
    case 'whole':
      return { expenditure: proper, breach: proper };
  }
};

/** At most max(0, opening balance). */
export const legacyOf = (draw: { legacy: LegacyStyle; permille: bigint }, opening: bigint): bigint => {
  if (draw.legacy === 'none') return 0n;
  return draw.legacy === 'whole' ? orZero(opening) : permilleOf(orZero(opening), 1000n - draw.permille);
};

// ---- the input as text ----

export const fundOf = (opening: bigint, interest: bigint, otherIncome: bigint): FundInput => ({
  openingBalance: yuanOf(asAmount(opening)),
  interest: yuanOf(interest),
  otherIncome: yuanOf(otherIncome),
});

/** '12.50' as '12.5', '3.00' as '3': the contract asks for at most two decimals. */
export const inShortForm = <Input extends object>(input: Input): Input =>
  JSON.parse(JSON.stringify(input).replace(/"(-?\d+)\.(?:00|(\d)0)"/g, shorter)) as Input;

const shorter = (_amount: string, whole: string, tenth: string | undefined): string =>
  `"${whole}${tenth === undefined ? '' : `.${tenth}`}"`;
