import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { AssertionFailure } from '#kernel/assert';
import { fen, sumFen, ZERO_FEN } from '#kernel/fen';
import { splitLargestRemainder, type Share } from '#kernel/split';

const id = fc.oneof(fc.string({ unit: 'binary', maxLength: 4 }), fc.integer({ min: 1, max: 40 }).map(String));
const weight = fc.oneof(fc.bigInt({ min: 0n, max: 5n }), fc.bigInt({ min: 0n, max: 10n ** 17n }));
const pot = fc.oneof(fc.bigInt({ min: 0n, max: 30n }), fc.bigInt({ min: 0n, max: 10n ** 17n })).map(fen);

const totalOf = (shares: readonly Share[]): bigint => shares.reduce((sum, share) => sum + share.weight, 0n);
const claimants = fc
  .uniqueArray(fc.record({ id, weight }), { selector: (share) => share.id, minLength: 1, maxLength: 16 })
  .filter((shares) => totalOf(shares) > 0n);

const partsOf = (amount: bigint, shares: readonly Share[]): bigint[] => {
  const parts = splitLargestRemainder(fen(amount), shares);
  return shares.map((share) => parts.get(share.id) ?? -1n);
};

/** Every way to give `amount` whole fen to `count` claimants. */
function splitsOf(amount: number, count: number): number[][] {
  if (count === 1) return [[amount]];
  return Array.from({ length: amount + 1 }, (_, first) =>
    splitsOf(amount - first, count - 1).map((rest) => [first, ...rest]),
  ).flat();
}

describe('splitLargestRemainder', () => {
  it('R-3: the fen left over go to the largest remainders', () => {
    const shares = [
      { id: 'a', weight: 1n },
      { id: 'b', weight: 2n },
      { id: 'c', weight: 4n },
    ];
    // 10 fen by sevenths: 1 3/7, 2 6/7, 5 5/7.
    expect(partsOf(10n, shares)).toEqual([1n, 3n, 6n]);
  });

  it('R-3: the parts add up to the pot', () => {
    fc.assert(
      fc.property(pot, claimants, (amount, shares) => {
        const parts = splitLargestRemainder(amount, shares);
        expect(sumFen(parts.values())).toBe(amount);
        expect([...parts.keys()].toSorted()).toEqual(shares.map((share) => share.id).toSorted());
      }),
    );
  });

  it('R-3: no part differs from its exact share by a fen or more', () => {
    fc.assert(
      fc.property(pot, claimants, (amount, shares) => {
        const total = totalOf(shares);
        const parts = partsOf(amount, shares);
        for (const [index, share] of shares.entries()) {
          const timesTotal = (parts[index] ?? -1n) * total - amount * share.weight;
          expect(-total < timesTotal && timesTotal < total).toBe(true);
        }
      }),
    );
  });

  it('R-3: no other split into whole fen lies nearer to the exact shares', () => {
    const few = fc
      .uniqueArray(fc.record({ id, weight: fc.bigInt({ min: 0n, max: 12n }) }), {
        selector: (share) => share.id,
        minLength: 1,
        maxLength: 4,
      })
      .filter((shares) => totalOf(shares) > 0n);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 8 }), few, (amount, shares) => {
        const missBy = (parts: readonly (number | bigint)[]): bigint =>
          shares.reduce((sum, share, index) => {
            const miss = BigInt(parts[index] ?? -1) * totalOf(shares) - BigInt(amount) * share.weight;
            return sum + miss * miss;
          }, 0n);
        const ours = missBy(partsOf(BigInt(amount), shares));
        expect(splitsOf(amount, shares.length).every((other) => ours <= missBy(other))).toBe(true);
      }),
    );
  });

  it('R-3: the order of the shares does not matter', () => {
    const shuffled = claimants.chain((shares) =>
      fc.tuple(fc.constant(shares), fc.shuffledSubarray(shares, { minLength: shares.length })),
    );
    fc.assert(
      fc.property(pot, shuffled, (amount, [shares, other]) => {
        const parts = splitLargestRemainder(amount, shares);
        const again = splitLargestRemainder(amount, other);
        expect(shares.map((share) => again.get(share.id))).toEqual(
          shares.map((share) => parts.get(share.id)),
        );
      }),
    );
  });

  it('R-3: equal weights differ by at most one fen, and the first ids by code point have it', () => {
    fc.assert(
      fc.property(
        pot,
        fc.uniqueArray(id, { minLength: 1, maxLength: 16 }),
        weight.filter((value) => value > 0n),
        (amount, ids, equal) => {
          const byUtf8Bytes = ids.toSorted((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
          const parts = splitLargestRemainder(
            amount,
            ids.map((each) => ({ id: each, weight: equal })),
          );
          const count = BigInt(ids.length);
          const expected = byUtf8Bytes.map(
            (_, rank) => amount / count + (BigInt(rank) < amount % count ? 1n : 0n),
          );
          expect(byUtf8Bytes.map((each) => parts.get(each))).toEqual(expected);
        },
      ),
    );
  });

  it.each([
    ['10', '9'],
    ['B', 'a'],
    ['\uFF5E', '\u{1F600}'],
  ])('R-3: a tie between %s and %s goes to the first by code point', (first, second) => {
    const shares = [second, first].map((each) => ({ id: each, weight: 1n }));
    expect(partsOf(1n, shares)).toEqual([0n, 1n]);
  });

  it('R-3: a greater weight never gets less', () => {
    fc.assert(
      fc.property(pot, claimants, (amount, shares) => {
        const byWeight = shares.toSorted((a, b) => (a.weight < b.weight ? -1 : a.weight > b.weight ? 1 : 0));
        const parts = partsOf(amount, byWeight);
        for (const [index, share] of byWeight.entries()) {
          const before = byWeight[index - 1];
          if (before === undefined || before.weight === share.weight) continue;
          expect((parts[index - 1] ?? -1n) <= (parts[index] ?? -1n)).toBe(true);
        }
      }),
    );
  });

  it('R-3: only the proportion of the weights counts, not their size', () => {
    fc.assert(
      fc.property(pot, claimants, fc.bigInt({ min: 1n, max: 10n ** 9n }), (amount, shares, factor) => {
        const scaled = shares.map((share) => ({ id: share.id, weight: share.weight * factor }));
        expect(partsOf(amount, scaled)).toEqual(partsOf(amount, shares));
      }),
    );
  });

  it('R-3: a zero weight gets nothing, not even a fen left over', () => {
    fc.assert(
      fc.property(pot, claimants, (amount, shares) => {
        const parts = splitLargestRemainder(amount, shares);
        for (const share of shares) if (share.weight === 0n) expect(parts.get(share.id)).toBe(ZERO_FEN);
      }),
    );
  });

  it('R-3: a pot equal to the sum of the weights gives each its weight', () => {
    fc.assert(
      fc.property(claimants, (shares) => {
        expect(partsOf(totalOf(shares), shares)).toEqual(shares.map((share) => share.weight));
      }),
    );
  });

  it('an empty pot gives everyone zero, even when nobody has a weight', () => {
    expect(partsOf(0n, [{ id: 'a', weight: 0n }])).toEqual([0n]);
    expect(partsOf(0n, [{ id: 'a', weight: 3n }])).toEqual([0n]);
    expect(splitLargestRemainder(ZERO_FEN, []).size).toBe(0);
  });
});

describe('what no caller may ask of a split', () => {
  const a = { id: 'a', weight: 1n };

  it.each([
    ['a pot is never negative', -1, [a]],
    ['weights are never negative', 1, [a, { id: 'b', weight: -1n }]],
    ['a pot above zero needs a weight above zero', 1, [{ id: 'a', weight: 0n }]],
    ['a pot above zero needs a weight above zero', 1, []],
    ['claimants are distinct', 5, [a, a]],
    [
      'claimants are distinct',
      0,
      [
        { id: 'a', weight: 0n },
        { id: 'a', weight: 0n },
      ],
    ],
  ])('%s: a pot of %d fen is not split', (statement, amount, shares) => {
    expect(() => splitLargestRemainder(fen(BigInt(amount)), shares)).toThrow(new AssertionFailure(statement));
  });
});
