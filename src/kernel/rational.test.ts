import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { AssertionFailure } from '#kernel/assert';
import {
  compareRationals,
  divide,
  floorToInteger,
  formatRational,
  halfUpToInteger,
  multiply,
  quotient,
  rational,
  rationalFromDecimal,
} from '#kernel/rational';

const integer = fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n });
const nonZero = integer.filter((value) => value !== 0n);
const fraction = fc
  .tuple(integer, nonZero)
  .map(([numerator, denominator]) => rational(numerator, denominator));
const nonZeroFraction = fraction.filter(({ numerator }) => numerator !== 0n);
const smallFraction = fc
  .tuple(fc.bigInt({ min: -60n, max: 60n }), fc.bigInt({ min: 1n, max: 12n }))
  .map(([numerator, denominator]) => rational(numerator, denominator));

/** Of whole numbers of any length. */
function commonDivisor(a: bigint, b: bigint): bigint {
  return b === 0n ? (a < 0n ? -a : a) : commonDivisor(b, a % b);
}

describe('rational', () => {
  it('a fraction stands in lowest terms with a positive denominator', () => {
    expect(rational(6n, 8n)).toEqual({ numerator: 3n, denominator: 4n });
    expect(rational(6n, -8n)).toEqual({ numerator: -3n, denominator: 4n });
    expect(rational(-6n, -8n)).toEqual({ numerator: 3n, denominator: 4n });
    expect(rational(0n, -8n)).toEqual({ numerator: 0n, denominator: 1n });
    expect(rational(7n)).toEqual({ numerator: 7n, denominator: 1n });
  });

  it('one value has one form: multiplying both terms changes nothing', () => {
    fc.assert(
      fc.property(integer, nonZero, nonZero, (numerator, denominator, factor) => {
        expect(rational(numerator * factor, denominator * factor)).toEqual(rational(numerator, denominator));
      }),
    );
  });

  it('the terms of a lowest form have no divisor in common, on either side of where doubles are exact', () => {
    const edge = fc.bigInt({ min: 2n ** 53n - 4n, max: 2n ** 53n + 4n });
    fc.assert(
      fc.property(fc.oneof(integer, edge), fc.oneof(nonZero, edge), (numerator, denominator) => {
        const reduced = rational(numerator, denominator);
        expect(commonDivisor(reduced.numerator, reduced.denominator)).toBe(1n);
      }),
    );
  });

  it('a quotient compares, rounds and is written as its lowest form', () => {
    fc.assert(
      fc.property(integer, nonZero, fraction, (numerator, denominator, other) => {
        const [plain, reduced] = [quotient(numerator, denominator), rational(numerator, denominator)];
        expect(plain.denominator > 0n).toBe(true);
        expect(compareRationals(plain, other)).toBe(compareRationals(reduced, other));
        expect(halfUpToInteger(plain)).toBe(halfUpToInteger(reduced));
        expect(floorToInteger(plain)).toBe(floorToInteger(reduced));
        expect(formatRational(plain, 2)).toBe(formatRational(reduced, 2));
      }),
    );
    expect(() => quotient(1n, 0n)).toThrow(AssertionFailure);
  });

  it('the form keeps the value', () => {
    fc.assert(
      fc.property(integer, nonZero, (numerator, denominator) => {
        const reduced = rational(numerator, denominator);
        expect(reduced.numerator * denominator).toBe(numerator * reduced.denominator);
        expect(reduced.denominator > 0n).toBe(true);
      }),
    );
  });

  it('a denominator of zero is a defect of the program', () => {
    expect(() => rational(1n, 0n)).toThrow(AssertionFailure);
    expect(() => divide(rational(1n), rational(0n))).toThrow(AssertionFailure);
  });

  it('decimal text that means the same is the same fraction', () => {
    expect(rationalFromDecimal({ coefficient: 1250n, scale: 2 })).toEqual(rational(25n, 2n));
    expect(rationalFromDecimal({ coefficient: 125n, scale: 1 })).toEqual(rational(25n, 2n));
  });
});

describe('multiply and divide', () => {
  it('dividing undoes multiplying, exactly', () => {
    fc.assert(
      fc.property(fraction, nonZeroFraction, (a, b) => {
        expect(divide(multiply(a, b), b)).toEqual(a);
        expect(multiply(divide(a, b), b)).toEqual(a);
      }),
    );
  });

  it('the order of factors does not matter', () => {
    fc.assert(
      fc.property(fraction, fraction, fraction, (a, b, c) => {
        expect(multiply(a, b)).toEqual(multiply(b, a));
        expect(multiply(multiply(a, b), c)).toEqual(multiply(a, multiply(b, c)));
      }),
    );
  });

  it('a third of three quarters is one quarter; divided by a negative the sign turns', () => {
    expect(multiply(rational(1n, 3n), rational(3n, 4n))).toEqual(rational(1n, 4n));
    expect(divide(rational(1n, 3n), rational(-2n, 3n))).toEqual(rational(-1n, 2n));
  });
});

describe('compareRationals', () => {
  it('fractions compare as exact where floating numbers are blind', () => {
    const half = rational(1n, 2n);
    const justAbove = rational(2n ** 60n + 1n, 2n ** 61n);
    expect(Number(justAbove.numerator) / Number(justAbove.denominator)).toBe(0.5);
    expect(compareRationals(half, justAbove)).toBe(-1);
    expect(compareRationals(justAbove, half)).toBe(1);
  });

  it('a fraction is less than itself and anything positive more, and equal to itself only', () => {
    fc.assert(
      fc.property(fraction, integer, fc.bigInt({ min: 1n, max: 10n ** 20n }), (a, numerator, step) => {
        const above = rational(a.numerator * step + a.denominator, a.denominator * step);
        expect(compareRationals(a, above)).toBe(-1);
        expect(compareRationals(above, a)).toBe(1);
        expect(compareRationals(a, rational(a.numerator * step, a.denominator * step))).toBe(0);
        expect(compareRationals(rational(numerator), rational(numerator + 1n))).toBe(-1);
      }),
    );
  });

  it('the order is one line: sorted fractions are sorted pair by pair', () => {
    fc.assert(
      fc.property(fc.array(smallFraction, { maxLength: 8 }), (list) => {
        const sorted = list.toSorted(compareRationals);
        const lower = sorted.flatMap((a, index) => sorted.slice(index).map((b) => compareRationals(a, b)));
        expect(lower.every((order) => order <= 0)).toBe(true);
      }),
    );
  });
});

describe('halfUpToInteger and floorToInteger', () => {
  it.each([
    [5, 2, 3, 2],
    [-5, 2, -3, -3],
    [1, 2, 1, 0],
    [-1, 2, -1, -1],
    [49, 100, 0, 0],
    [-49, 100, 0, -1],
    [-51, 100, -1, -1],
    [7, 1, 7, 7],
    [-7, 1, -7, -7],
  ])('R-3: %d/%d is %d half up and %d floored', (numerator, denominator, halfUp, floor) => {
    const value = rational(BigInt(numerator), BigInt(denominator));
    expect(halfUpToInteger(value)).toBe(BigInt(halfUp));
    expect(floorToInteger(value)).toBe(BigInt(floor));
  });

  it('the floor is the greatest integer not above the value', () => {
    fc.assert(
      fc.property(fc.oneof(fraction, smallFraction), (value) => {
        const floor = rational(floorToInteger(value));
        expect(compareRationals(floor, value)).toBeLessThanOrEqual(0);
        expect(compareRationals(rational(floor.numerator + 1n), value)).toBe(1);
      }),
    );
  });
});

describe('formatRational', () => {
  it.each([
    [1, 3, 2, '0.33'],
    [2, 3, 2, '0.67'],
    [1, 8, 2, '0.13'],
    [-1, 8, 2, '-0.13'],
    [-1, 1000, 2, '0.00'],
    [1999, 1000, 2, '2.00'],
    [5, 2, 0, '3'],
  ])('R-2: %d/%d is shown with %d decimals, half up, as %s', (numerator, denominator, scale, text) => {
    expect(formatRational(rational(BigInt(numerator), BigInt(denominator)), scale)).toBe(text);
  });
});
