import type { DecimalFault } from '#kernel/decimal-text';
import { formatDecimal, parseDecimal } from '#kernel/decimal-text';
import { formatYuan, parseYuan, type Fen } from '#kernel/fen';
import { formatPoints, parsePoints, type Points } from '#kernel/points';
import { compareRationals, rational, rationalFromDecimal, type Rational } from '#kernel/rational';
import { formatRate, parseRate, type Rate } from '#kernel/rate';

export type CountUnit = 'month' | 'day' | 'year' | 'person' | 'score' | 'multiple';
export type Unit = 'fen' | 'rate' | 'points' | 'choice' | CountUnit;

/** A figure with its unit; the units never mix (a rate is not points, a count of months is not money). */
export type Quantity =
  | { readonly unit: 'fen'; readonly fen: Fen; readonly text: string }
  | { readonly unit: 'rate'; readonly rate: Rate; readonly text: string }
  | { readonly unit: 'points'; readonly points: Points; readonly text: string }
  | { readonly unit: 'choice'; readonly choice: string; readonly text: string }
  | { readonly unit: CountUnit; readonly count: Rational; readonly text: string };

export type QuantityFault = DecimalFault | 'no_percent_sign' | 'not_an_option' | 'negative';

/** Decimals that a count may have: months and scores are read with up to four. */
const MAX_COUNT_DECIMALS = 4;

/** Reads a figure of a unit from its text; no figure of a policy is negative. */
export function parseQuantity(
  unit: Unit,
  text: string,
  options?: readonly string[],
): Quantity | QuantityFault {
  if (text.startsWith('-')) return 'negative';
  switch (unit) {
    case 'fen': {
      const amount = parseYuan(text);
      return typeof amount === 'string' ? amount : { unit, fen: amount, text: formatYuan(amount) };
    }
    case 'rate': {
      const rate = parseRate(text);
      return typeof rate === 'string' ? rate : { unit, rate, text: formatRate(rate) };
    }
    case 'points': {
      const points = parsePoints(text);
      return typeof points === 'string' ? points : { unit, points, text: formatPoints(points) };
    }
    case 'choice':
      return options?.includes(text) === true ? { unit, choice: text, text } : 'not_an_option';
    default: {
      const decimal = parseDecimal(text, MAX_COUNT_DECIMALS);
      if (typeof decimal === 'string') return decimal;
      return { unit, count: rationalFromDecimal(decimal), text: formatDecimal(decimal) };
    }
  }
}

/** Compares two figures of one unit; choices have no order, so that none is above another. */
export function compareQuantities(a: Quantity, b: Quantity): number {
  return compareRationals(magnitude(a), magnitude(b));
}

function magnitude(quantity: Quantity): Rational {
  switch (quantity.unit) {
    case 'fen':
      return rational(quantity.fen);
    case 'rate':
      return quantity.rate;
    case 'points':
      return rationalFromDecimal(quantity.points.points);
    case 'choice':
      return rational(0n);
    default:
      return quantity.count;
  }
}
