import { assert } from '#kernel/assert';
import { compareRationals, divide, rational, type Rational } from '#kernel/rational';

/** All the values that a rounded figure may stand for, both ends included. */
export interface Interval {
  readonly low: Rational;
  readonly high: Rational;
}

export function add(a: Rational, b: Rational): Rational {
  return rational(a.numerator * b.denominator + b.numerator * a.denominator, a.denominator * b.denominator);
}

export function subtract(a: Rational, b: Rational): Rational {
  return add(a, rational(-b.numerator, b.denominator));
}

export function absolute(value: Rational): Rational {
  return value.numerator < 0n ? rational(-value.numerator, value.denominator) : value;
}

export function isAtMost(a: Rational, b: Rational): boolean {
  return compareRationals(a, b) <= 0;
}

export function around(middle: Rational, half: Rational): Interval {
  return { low: subtract(middle, half), high: add(middle, half) };
}

/** Every quotient that values of the two intervals can give; the divisor is above zero throughout. */
export function quotients(dividend: Interval, divisor: Interval): Interval {
  assert(divisor.low.numerator > 0n, 'a divisor known only roughly is above zero');
  return {
    low: divide(dividend.low, dividend.low.numerator < 0n ? divisor.low : divisor.high),
    high: divide(dividend.high, dividend.high.numerator < 0n ? divisor.high : divisor.low),
  };
}

export function meet(a: Interval, b: Interval): boolean {
  return isAtMost(a.low, b.high) && isAtMost(b.low, a.high);
}
