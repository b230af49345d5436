import { assert } from '#kernel/assert';
import { formatDecimal, type Decimal } from '#kernel/decimal-text';

/** An exact fraction with a positive denominator; in lowest terms unless it is a `quotient`. */
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

/** A fraction as it comes, not in lowest terms: to be compared or rounded, which costs less than reducing it. */
export function quotient(numerator: bigint, denominator: bigint): Rational {
  assert(denominator !== 0n, 'a denominator is never zero');
  return denominator < 0n ? { numerator: -numerator, denominator: -denominator } : { numerator, denominator };
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
  const scaled = quotient(value.numerator * 10n ** BigInt(scale), value.denominator);
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

/** Divided as bigints only while they are too long for doubles to be exact: those are many times faster. */
function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  let [x, y] = [a < 0n ? -a : a, b < 0n ? -b : b];
  while (y > EXACT_IN_DOUBLES) [x, y] = [y, x % y];
  if (y === 0n) return x;
  let [whole, rest] = [Number(y), Number(x % y)];
  while (rest !== 0) [whole, rest] = [rest, whole % rest];
  return BigInt(whole);
}

const EXACT_IN_DOUBLES = BigInt(Number.MAX_SAFE_INTEGER);
