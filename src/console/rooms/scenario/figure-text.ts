import type { ReplaceableValue } from '#console/api/scenario-queries.ts';
import { parseDecimal } from '#kernel/decimal-text';
import { parseRate } from '#kernel/rate';
import { compareRationals, rational, rationalFromDecimal, type Rational } from '#kernel/rational';

/** Why a typed figure cannot be tried; the server holds the same rules. */
export type FigureFault = 'notDecimal' | 'tooFine' | 'aboveWhole' | 'outside';

/** What of a replaceable value a typed figure is judged by. */
export type Judged = Pick<ReplaceableValue, 'unit' | 'bound'>;

/** Decimals that a count of months may have. */
const MONTH_DECIMALS = 4;

/** What is wrong with a typed figure, without its unit's sign; nothing is wrong with an empty field. */
export function faultOf(value: Judged, typed: string): FigureFault | undefined {
  if (typed === '') return undefined;
  const figure = exactOf(value.unit, figureText(value.unit, typed));
  if (typeof figure === 'string') return figure;
  if (figure.numerator < 0n) return 'notDecimal';
  if (value.unit === 'rate' && compareRationals(figure, rational(1n)) > 0) return 'aboveWhole';
  return isInside(figure, value) ? undefined : 'outside';
}

/** A typed figure as the contract writes it: a rate carries its percent sign. */
export function figureText(unit: Judged['unit'], typed: string): string {
  return unit === 'rate' ? `${typed}%` : typed;
}

/** A figure of the contract as it is typed. */
export function typedText(unit: Judged['unit'], figure: string): string {
  return unit === 'rate' ? figure.replace(/%$/, '') : figure;
}

function isInside(figure: Rational, { unit, bound }: Judged): boolean {
  const low = bound?.low === undefined ? undefined : exactOf(unit, bound.low);
  const high = bound?.high === undefined ? undefined : exactOf(unit, bound.high);
  const below = typeof low === 'object' && compareRationals(figure, low) < 0;
  const above = typeof high === 'object' && compareRationals(figure, high) > 0;
  return !below && !above;
}

function exactOf(unit: Judged['unit'], figure: string): Rational | FigureFault {
  const exact = unit === 'rate' ? parseRate(figure) : parseDecimal(figure, MONTH_DECIMALS);
  if (exact === 'too_many_decimals') return 'tooFine';
  if (typeof exact === 'string') return 'notDecimal';
  return 'coefficient' in exact ? rationalFromDecimal(exact) : exact;
}
