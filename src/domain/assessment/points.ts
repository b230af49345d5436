import { parseDecimal } from '#kernel/decimal-text';
import { rationalFromDecimal, type Rational } from '#kernel/rational';

/** Points as text with at most two decimals; undefined for anything else. */
export function readPoints(text: string): Rational | undefined {
  const decimal = parseDecimal(text, 2);
  return typeof decimal === 'string' ? undefined : rationalFromDecimal(decimal);
}
