import { assert } from '#kernel/assert';
import { compareCodePoints } from '#kernel/code-points';
import { groupThousands } from '#kernel/decimal-text';
import { formatYuan, formatYuanGrouped, type Fen } from '#kernel/fen';
import { formatPoints, type Points } from '#kernel/points';
import { formatRate, rate, type Rate } from '#kernel/rate';
import {
  compareRationals,
  floorToInteger,
  formatRational,
  rational,
  rationalFromDecimal,
  type Rational,
} from '#kernel/rational';
import { parsePlainDate, type PlainDate } from '#kernel/plain-date';
import type { NodeValue } from '#rules/explain/node';
import { dateOfDays, daysOf } from '#rules/formula/day-number';
import type { FormulaUnit } from '#rules/formula/node';
import { parseQuantity, type Quantity } from '#rules/value/quantity';

/** What a node is worth in one row, exactly. */
export type FormulaFigure =
  | { readonly unit: 'fen'; readonly fen: Fen }
  | { readonly unit: 'exact'; readonly exact: Rational }
  | { readonly unit: 'rate'; readonly rate: Rate }
  | { readonly unit: 'points'; readonly points: Points }
  | { readonly unit: 'count'; readonly count: Rational }
  | { readonly unit: 'date'; readonly date: PlainDate }
  | { readonly unit: 'truth'; readonly holds: boolean }
  | { readonly unit: 'choice'; readonly choice: string };

export type FigureOf<U extends FormulaUnit> = Extract<FormulaFigure, { readonly unit: U }>;

/** The figure of a unit; another one here is a defect of the checks, never of the row. */
export function figureOf<U extends FormulaUnit>(figure: FormulaFigure | undefined, unit: U): FigureOf<U> {
  assert(figure?.unit === unit, `a figure of unit ${unit}, found ${figure?.unit ?? 'none'}`);
  return figure as FigureOf<U>;
}

export function figureOfQuantity(quantity: Quantity): FormulaFigure {
  switch (quantity.unit) {
    case 'fen':
      return { unit: 'fen', fen: quantity.fen };
    case 'rate':
      return { unit: 'rate', rate: quantity.rate };
    case 'points':
      return { unit: 'points', points: quantity.points };
    case 'choice':
      return { unit: 'choice', choice: quantity.choice };
    default:
      return { unit: 'count', count: quantity.count };
  }
}

/** A constant of a formula, from its text as a pack would write it; undefined where the text says none. */
export function constantOf(unit: FormulaUnit, text: string): FormulaFigure | undefined {
  if (unit === 'exact') return undefined;
  if (unit === 'truth') {
    return text === 'true' || text === 'false' ? { unit, holds: text === 'true' } : undefined;
  }
  if (unit === 'date') {
    const date = parsePlainDate(text);
    return date && { unit, date };
  }
  if (unit === 'choice') return text === '' ? undefined : { unit, choice: text };
  // Stryker disable next-line ConditionalExpression: the reader takes every unit that it does not know for a count
  const quantity = parseQuantity(unit === 'count' ? 'multiple' : unit, text);
  return typeof quantity === 'string' ? undefined : figureOfQuantity(quantity);
}

/** The size of an amount, rate, points or count as a fraction of its unit. */
export function magnitudeOf(figure: FormulaFigure): Rational {
  switch (figure.unit) {
    case 'fen':
      return rational(figure.fen);
    case 'exact':
      return figure.exact;
    case 'rate':
      return figure.rate;
    case 'points':
      return rationalFromDecimal(figure.points.points);
    case 'count':
      return figure.count;
    case 'date':
    case 'truth':
    case 'choice':
      throw new TypeError(`a ${figure.unit} has no size`);
  }
}

/** A figure as the number that targets reckon with: fen, a fraction, or days since 1970-01-01. */
export function sizeOf(figure: FormulaFigure): Rational | undefined {
  if (figure.unit === 'truth' || figure.unit === 'choice') return undefined;
  return figure.unit === 'date' ? rational(BigInt(daysOf(figure.date))) : magnitudeOf(figure);
}

/** Negative, zero or positive as `a` is less than, equal to or more than `b`; both of one unit that has an order. */
export function compareFigures(a: FormulaFigure, b: FormulaFigure): number {
  if (a.unit === 'date' && b.unit === 'date') return compareCodePoints(a.date, b.date);
  return compareRationals(magnitudeOf(a), magnitudeOf(b));
}

export function isSameFigure(a: FormulaFigure, b: FormulaFigure): boolean {
  if (a.unit === 'choice' && b.unit === 'choice') return a.choice === b.choice;
  if (a.unit === 'truth' && b.unit === 'truth') return a.holds === b.holds;
  return compareFigures(a, b) === 0;
}

/** Decimals with which an exact amount is shown; it is reckoned with in full. */
const SHOWN_DECIMALS = 6;

/** A figure inside a formula's text: money in yuan with thousands marks. */
export function figureText(figure: FormulaFigure): string {
  switch (figure.unit) {
    case 'fen':
      return formatYuanGrouped(figure.fen);
    case 'exact':
      return exactText(figure.exact);
    case 'rate':
      return formatRate(figure.rate);
    case 'points':
      return formatPoints(figure.points);
    case 'count':
      return countText(figure.count);
    case 'date':
      return figure.date;
    case 'truth':
      return figure.holds ? 'true' : 'false';
    case 'choice':
      return figure.choice;
  }
}

/** The text of a size in a unit: the reverse of `sizeOf`, for messages. */
export function sizeText(unit: FormulaUnit, size: Rational): string {
  switch (unit) {
    case 'fen':
    case 'exact':
      return exactText(size);
    case 'rate':
      return formatRate(rate(size));
    case 'date':
      return dateOfDays(Number(floorToInteger(size)));
    default:
      return countText(size);
  }
}

/** A figure as an explanation stores it. */
export function nodeValueOf(figure: FormulaFigure): NodeValue {
  switch (figure.unit) {
    case 'fen':
      return { kind: 'fen', amount: formatYuan(figure.fen) };
    case 'rate':
      return { kind: 'rate', rate: figureText(figure) };
    case 'truth':
      return { kind: 'truth', holds: figure.holds };
    case 'choice':
      return { kind: 'choice', choice: figure.choice };
    default:
      return { kind: 'number', number: figureText(figure), unit: figure.unit };
  }
}

/** Exact fen in yuan: two decimals at least, and no zeros after those that say something. */
function exactText(exact: Rational): string {
  const yuan = formatRational(rational(exact.numerator, exact.denominator * 100n), SHOWN_DECIMALS);
  const [whole = '', decimals = ''] = yuan.split('.');
  return `${groupThousands(whole)}.${decimals.replace(/0{1,4}$/, '')}`;
}

function countText(count: Rational): string {
  return formatRational(count, 4).replace(/\.?0+$/, '');
}
