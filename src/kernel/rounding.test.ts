import fc from 'fast-check';
import { describe, expect, expectTypeOf, it } from 'vitest';

import { fen, type Fen } from '#kernel/fen';
import { compareRationals, multiply, rational, type Rational } from '#kernel/rational';
import { ROUNDING_LABELS, roundToFen, timesFraction, type RoundingName } from '#kernel/rounding';

const amount = fc.bigInt({ min: -(10n ** 17n), max: 10n ** 17n }).map(fen);

/** Small terms make ties common; large ones pass the range of floating numbers. */
const exactFen = fc
  .oneof(
    fc.tuple(fc.bigInt({ min: -60n, max: 60n }), fc.bigInt({ min: 1n, max: 12n })),
    fc.tuple(fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n }), fc.bigInt({ min: 1n, max: 10n ** 15n })),
  )
  .map(([numerator, denominator]) => rational(numerator, denominator));

const negated = ({ numerator, denominator }: Rational): Rational => rational(-numerator, denominator);

/** Exact distance between an exact amount and a whole number of fen. */
function distance(value: Rational, whole: Fen): Rational {
  const difference = value.numerator - whole * value.denominator;
  return rational(difference < 0n ? -difference : difference, value.denominator);
}

describe('roundToFen, half up', () => {
  it.each([
    [1, 2, 1],
    [3, 2, 2],
    [5, 2, 3],
    [-1, 2, -1],
    [-3, 2, -2],
    [-5, 2, -3],
    [49, 100, 0],
    [-49, 100, 0],
    [51, 100, 1],
    [-51, 100, -1],
    [0, 1, 0],
  ])('R-3: %d/%d fen are rounded to %d', (numerator, denominator, rounded) => {
    const value = rational(BigInt(numerator), BigInt(denominator));
    expect(roundToFen(value, 'half_up')).toBe(BigInt(rounded));
  });

  it('R-3: a tie is rounded away from zero, up and down alike', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 20n }), (whole) => {
        const tie = rational(2n * whole + 1n, 2n);
        expect(roundToFen(tie, 'half_up')).toBe(whole + 1n);
        expect(roundToFen(negated(tie), 'half_up')).toBe(-whole - 1n);
      }),
    );
  });

  it('R-3: the opposite amount is rounded to the exact opposite, so that a reversal restores all', () => {
    fc.assert(
      fc.property(exactFen, (value) => {
        expect(roundToFen(negated(value), 'half_up')).toBe(0n - roundToFen(value, 'half_up'));
      }),
    );
  });

  it('R-3: the error of one rounding is at most half a fen', () => {
    fc.assert(
      fc.property(exactFen, (value) => {
        const error = distance(value, roundToFen(value, 'half_up'));
        expect(compareRationals(error, rational(1n, 2n))).toBeLessThanOrEqual(0);
      }),
    );
  });

  it('R-3: a greater amount is never rounded to less', () => {
    fc.assert(
      fc.property(exactFen, exactFen, (a, b) => {
        const [lesser, greater] = compareRationals(a, b) <= 0 ? [a, b] : [b, a];
        expect(roundToFen(lesser, 'half_up') <= roundToFen(greater, 'half_up')).toBe(true);
      }),
    );
  });

  it('R-3: one sum is rounded once, because rounding its halves may differ by a fen', () => {
    const half = rational(1n, 2n);
    expect(roundToFen(half, 'half_up') + roundToFen(half, 'half_up')).toBe(2n);
    expect(roundToFen(multiply(half, rational(2n)), 'half_up')).toBe(1n);
  });
});

describe('roundToFen, down', () => {
  it('R-3: rounding down never gives more than is there, and loses less than a fen', () => {
    fc.assert(
      fc.property(exactFen, (value) => {
        const rounded = roundToFen(value, 'down');
        expect(compareRationals(rational(rounded), value)).toBeLessThanOrEqual(0);
        expect(compareRationals(distance(value, rounded), rational(1n))).toBe(-1);
      }),
    );
  });

  it('R-3: 99/100 of a fen are nothing', () => {
    expect(roundToFen(rational(99n, 100n), 'down')).toBe(0n);
  });
});

describe('every named rounding', () => {
  const names = Object.keys(ROUNDING_LABELS) as RoundingName[];

  it.each(names)('R-3: a whole number of fen is not changed by %s', (name) => {
    fc.assert(
      fc.property(amount, (value) => {
        expect(roundToFen(rational(value), name)).toBe(value);
      }),
    );
  });

  it.each(names)('%s has a label in both languages', (name) => {
    expect(ROUNDING_LABELS[name].zh).toMatch(/\p{Script=Han}/u);
    expect(ROUNDING_LABELS[name].en).not.toBe('');
  });
});

describe('timesFraction', () => {
  it('10% of 10.05 yuan are exactly 100.5 fen until a rounding is named', () => {
    const product = timesFraction(fen(1005n), rational(1n, 10n));
    expect(product).toEqual(rational(201n, 2n));
    expect(roundToFen(product, 'half_up')).toBe(101n);
    expect(roundToFen(product, 'down')).toBe(100n);
  });

  it('a product is exact: nothing is lost before the rounding', () => {
    fc.assert(
      fc.property(amount, exactFen, (value, fraction) => {
        expect(timesFraction(value, fraction)).toEqual(multiply(rational(value), fraction));
      }),
    );
  });

  it('a product is no money: it cannot be stored before it is rounded', () => {
    expectTypeOf(timesFraction).returns.not.toExtend<Fen>();
    expectTypeOf(roundToFen).returns.toEqualTypeOf<Fen>();
  });
});
