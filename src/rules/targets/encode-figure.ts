import { fen } from '#kernel/fen';
import { present } from '#kernel/assert';
import { multiply, rational } from '#kernel/rational';
import { rate } from '#kernel/rate';
import { dateOfDays, daysOf } from '#rules/formula/day-number';
import { sizeOf, type FormulaFigure } from '#rules/formula/figure';
import type { FormulaUnit } from '#rules/formula/node';
import { MAX_SAFE } from '#rules/targets/scale';

/** Why a figure cannot be held: it has more decimals than the scale, is beyond 2^53, or is no option. */
export type EncodingFault = 'too_fine' | 'too_large' | 'not_an_option';

/**
 * A figure of the row or the pack as targets hold it: a whole number of `1/scale`, or why there is none. Whether
 * it lies in its range is another matter.
 */
export function encodeFigure(
  figure: FormulaFigure,
  options: readonly string[] | undefined,
  scale: bigint,
): number | EncodingFault {
  if (figure.unit === 'truth') return figure.holds ? 1 : 0;
  // The common cases first: fractions cost many times as much.
  // Stryker disable ConditionalExpression,EqualityOperator: the way by fractions gives the same
  if (figure.unit === 'fen' && scale === 1n) return withinDouble(figure.fen);
  if (figure.unit === 'date' && scale === 1n) return daysOf(figure.date);
  // Stryker restore ConditionalExpression,EqualityOperator
  if (figure.unit === 'choice') {
    const position = present(options, 'the options of a choice').indexOf(figure.choice);
    return position === -1 ? 'not_an_option' : position;
  }
  const size = present(sizeOf(figure), `the size of a ${figure.unit}`);
  const { numerator, denominator } = multiply(size, rational(scale));
  if (denominator !== 1n) return 'too_fine';
  return withinDouble(numerator);
}

function withinDouble(size: bigint): number | EncodingFault {
  return size > MAX_SAFE || size < -MAX_SAFE ? 'too_large' : Number(size);
}

/** A number of a target as the figure that it stands for. */
export function decodeFigure(
  held: number,
  unit: FormulaUnit,
  scale: bigint,
  options: readonly string[] = [],
): FormulaFigure {
  if (unit === 'truth') return { unit, holds: held === 1 };
  if (unit === 'choice') return { unit, choice: present(options[held], `option ${held}`) };
  if (unit === 'date') return { unit, date: dateOfDays(held) };
  const whole = BigInt(held);
  switch (unit) {
    case 'fen':
      // Stryker disable next-line ConditionalExpression: what is divided by one stays, only slower
      return { unit, fen: fen(scale === 1n ? whole : whole / scale) };
    case 'exact':
      return { unit, exact: rational(whole, scale) };
    case 'rate':
      return { unit, rate: rate(rational(whole, scale)) };
    case 'points':
      return { unit, points: { unit, points: { coefficient: whole, scale: scale.toString().length - 1 } } };
    case 'count':
      return { unit, count: rational(whole, scale) };
  }
}
