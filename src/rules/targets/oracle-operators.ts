import { present } from '#kernel/assert';
import { fen } from '#kernel/fen';
import { compareRationals, divide, multiply, rational, type Rational } from '#kernel/rational';
import { rate } from '#kernel/rate';
import { roundToFen } from '#kernel/rounding';
import { daysOf, fullYearsBetween } from '#rules/formula/day-number';
import {
  compareFigures,
  figureOf,
  isSameFigure,
  magnitudeOf,
  type FormulaFigure,
} from '#rules/formula/figure';
import { greatest, least, negated, plus } from '#rules/formula/interval-arithmetic';
import type { Comparison, FormulaNode, FormulaUnit } from '#rules/formula/node';

const ZERO = rational(0n);

type LazyOperator =
  'input' | 'value' | 'lookup' | 'constant' | 'if' | 'match' | 'assert' | 'exceptions' | 'running';

/** Operators that need all of their arguments; the others are given, or choose theirs while a row is run. */
export type StrictNode = Exclude<FormulaNode, { readonly op: LazyOperator }>;

/** Reckons one node exactly from its arguments. What does not fit here was let through by the checks. */
export function applyOperator(node: StrictNode, args: readonly FormulaFigure[]): FormulaFigure {
  const at = (index: number): FormulaFigure => present(args[index], `argument ${index} of ${node.op}`);
  switch (node.op) {
    case 'add':
      return sized(node.unit, args.map(magnitudeOf).reduce(plus));
    case 'subtract':
      return sized(node.unit, plus(magnitudeOf(at(0)), negated(magnitudeOf(at(1)))));
    case 'timesRate':
    case 'timesCount':
      return sized(node.unit, multiply(magnitudeOf(at(0)), magnitudeOf(at(1))));
    case 'round':
      return { unit: 'fen', fen: roundToFen(figureOf(at(0), 'exact').exact, node.rounding) };
    case 'min':
      // Stryker disable next-line EqualityOperator: of two equal figures either is the one
      return compareFigures(at(0), at(1)) <= 0 ? at(0) : at(1);
    case 'max':
      // Stryker disable next-line EqualityOperator: of two equal figures either is the one
      return compareFigures(at(0), at(1)) >= 0 ? at(0) : at(1);
    case 'clamp':
      if (compareFigures(at(0), at(1)) < 0) return at(1);
      // Stryker disable next-line EqualityOperator: of two equal figures either is the one
      return compareFigures(at(0), at(2)) > 0 ? at(2) : at(0);
    case 'compare':
      return { unit: 'truth', holds: holds(node.comparison, at(0), at(1)) };
    case 'and':
      return { unit: 'truth', holds: args.every((arg) => figureOf(arg, 'truth').holds) };
    case 'or':
      return { unit: 'truth', holds: args.some((arg) => figureOf(arg, 'truth').holds) };
    case 'not':
      return { unit: 'truth', holds: !figureOf(at(0), 'truth').holds };
    case 'mulDiv':
      return { unit: 'fen', fen: roundToFen(mulDiv(at(0), at(1), at(2)), node.rounding) };
    case 'marginal':
      return { unit: 'exact', exact: marginal(args.map(magnitudeOf), node.bands) };
    case 'daysBetween': {
      const [from, to] = [figureOf(at(0), 'date').date, figureOf(at(1), 'date').date];
      return { unit: 'count', count: rational(BigInt(daysOf(to) - daysOf(from))) };
    }
    case 'fullYears': {
      const [from, to] = [figureOf(at(0), 'date').date, figureOf(at(1), 'date').date];
      return { unit: 'count', count: rational(BigInt(fullYearsBetween(from, to))) };
    }
  }
}

function mulDiv(amount: FormulaFigure, times: FormulaFigure, by: FormulaFigure): Rational {
  return divide(multiply(magnitudeOf(amount), magnitudeOf(times)), magnitudeOf(by));
}

/**
 * What lies between the ends of a stretch, band by band at its rate. The first band is open below and the last
 * above; a stretch that ends before it begins holds nothing.
 */
function marginal([from = ZERO, to = ZERO, ...scale]: readonly Rational[], bands: number): Rational {
  const thresholds = scale.slice(0, bands - 1);
  return scale.slice(bands - 1).reduce((total, rate, band) => {
    const [low, high] = [thresholds[band - 1], thresholds[band]];
    const begin = low === undefined ? from : greatest(from, low);
    const end = high === undefined ? to : least(to, high);
    // Stryker disable next-line EqualityOperator: a stretch of no length adds nothing
    return compareRationals(begin, end) >= 0 ? total : plus(total, multiply(plus(end, negated(begin)), rate));
  }, ZERO);
}

function holds(comparison: Comparison, a: FormulaFigure, b: FormulaFigure): boolean {
  switch (comparison) {
    case 'equals':
      return isSameFigure(a, b);
    case 'below':
      return compareFigures(a, b) < 0;
    case 'at_most':
      return compareFigures(a, b) <= 0;
    case 'at_least':
      return compareFigures(a, b) >= 0;
    case 'above':
      return compareFigures(a, b) > 0;
  }
}

/** A size as a figure of its unit; sums of fen are fen again. */
function sized(unit: FormulaUnit, size: Rational): FormulaFigure {
  switch (unit) {
    case 'fen':
      return { unit, fen: fen(size.numerator) };
    case 'exact':
      return { unit, exact: size };
    case 'rate':
      return { unit, rate: rate(size) };
    case 'count':
      return { unit, count: size };
    default:
      throw new TypeError(`no operator gives a sized ${unit}`);
  }
}
