import { compareRationals, floorToInteger, multiply, rational, type Rational } from '#kernel/rational';
import type { Interval } from '#rules/formula/unit-ranges';

const ZERO = rational(0n);

export function least(a: Rational, b: Rational): Rational {
  // Stryker disable next-line EqualityOperator: of two equal figures either is the one
  return compareRationals(a, b) <= 0 ? a : b;
}

export function greatest(a: Rational, b: Rational): Rational {
  // Stryker disable next-line EqualityOperator: of two equal figures either is the one
  return compareRationals(a, b) >= 0 ? a : b;
}

export function sum(a: Interval, b: Interval): Interval {
  return { low: plus(a.low, b.low), high: plus(a.high, b.high) };
}

export function product(a: Interval, b: Interval): Interval {
  const corners = [a.low, a.high].flatMap((x) => [multiply(x, b.low), multiply(x, b.high)]);
  return { low: corners.reduce(least), high: corners.reduce(greatest) };
}

/** How far it is from one figure to another. */
export function span(from: Interval, to: Interval): Interval {
  return { low: plus(to.low, negated(from.high)), high: plus(to.high, negated(from.low)) };
}

/** What lies in both; undefined where nothing does. */
export function meet(a: Interval, b: Interval): Interval | undefined {
  const [low, high] = [greatest(a.low, b.low), least(a.high, b.high)];
  return compareRationals(low, high) <= 0 ? { low, high } : undefined;
}

export function above(size: Rational, step: bigint): Rational {
  return plus(size, rational(step));
}

/**
 * Full years that so many days can be: a year has 365 or 366 of them. Of days before, the years are counted
 * down, so that the shorter year gives the lower end.
 */
export function years({ low, high }: Interval): Interval {
  const full = (days: Rational, length: bigint): Rational =>
    rational(floorToInteger(rational(days.numerator, days.denominator * length)));
  return {
    // Stryker disable next-line EqualityOperator: no days are no years, however long a year is
    low: full(low, low.numerator < 0n ? 365n : 366n),
    // Stryker disable next-line EqualityOperator: no days are no years, however long a year is
    high: full(high, high.numerator < 0n ? 366n : 365n),
  };
}

/** A quotient by what is above zero; the check refuses every other divisor. Both ends rounded outwards. */
export function quotient(of: Interval, by: Interval): Interval | undefined {
  if (compareRationals(by.low, ZERO) <= 0) return undefined;
  const inverse = (size: Rational): Rational => rational(size.denominator, size.numerator);
  const { low, high } = product(of, { low: inverse(by.high), high: inverse(by.low) });
  return { low: rational(floorToInteger(low)), high: rational(-floorToInteger(negated(high))) };
}

export function hull(intervals: readonly (Interval | undefined)[]): Interval | undefined {
  const known = intervals.filter((each) => each !== undefined);
  if (known.length === 0 || known.length < intervals.length) return undefined;
  return known.reduce((a, b) => ({ low: least(a.low, b.low), high: greatest(a.high, b.high) }));
}

export function plus(a: Rational, b: Rational): Rational {
  return rational(a.numerator * b.denominator + b.numerator * a.denominator, a.denominator * b.denominator);
}

export function negated({ numerator, denominator }: Rational): Rational {
  return rational(-numerator, denominator);
}
