import { assert } from '#kernel/assert';
import { formatDecimal, type Decimal } from '#kernel/decimal-text';

/** An exact fraction in lowest terms with a positive denominator. */
export interface Rational {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

export function rational(numerator: bigint, denominator = 1n): Rational {
  if (denominator === 1n) return { numerator, denominator };
  assert(denominator !== 0n, 'a denominator is never zero');
  const sign = denominator < 0n ? -1n : 1n;
  const divisor = greatestCommonDivisor(numerator, denominator);
  return { numerator: (sign * numerator) / divisor, denominator: (sign * denominator) / divisor };
}

export function rationalFromDecimal({ coefficient, scale }: Decimal): Rational {
  return rational(coefficient, 10n ** BigInt(scale));
}

export function multiply(a: Rational, b: Rational): Rational {
  return rational(a.numerator * b.numerator, a.denominator * b.denominator);
}

export function divide(a: Rational, b: Rational): Rational {
  return rational(a.numerator * b.denominator, a.denominator * b.numerator);
}

/** Negative, zero or positive as `a` is less than, equal to or more than `b`. */
export function compareRationals(a: Rational, b: Rational): number {
  const difference = a.numerator * b.denominator - b.numerator * a.denominator;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

/** Decimal text of a fraction, half up at `scale` decimals (ties away from zero): for reading, not reckoning. */
export function formatRational(value: Rational, scale: number): string {
  const scaled = rational(value.numerator * 10n ** BigInt(scale), value.denominator);
  return formatDecimal({ coefficient: halfUpToInteger(scaled), scale });
}

/** The nearest integer; a tie goes away from zero, so that a reversal rounds to the exact opposite. */
export function halfUpToInteger({ numerator, denominator }: Rational): bigint {
  const magnitude = numerator < 0n ? -numerator : numerator;
  const rounded = (2n * magnitude + denominator) / (2n * denominator);
  return numerator < 0n ? -rounded : rounded;
}

/** The greatest integer not above the value. */
export function floorToInteger({ numerator, denominator }: Rational): bigint {
  const quotient = numerator / denominator;
  return numerator < 0n && quotient * denominator !== numerator ? quotient - 1n : quotient;
}

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  let [x, y] = [a < 0n ? -a : a, b < 0n ? -b : b];
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
}
