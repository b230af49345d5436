import { present } from '#kernel/assert';
import { fen } from '#kernel/fen';
import { multiply, rational, type Rational } from '#kernel/rational';
import { rate } from '#kernel/rate';
import { roundToFen } from '#kernel/rounding';
import {
  compareFigures,
  figureOf,
  isSameFigure,
  magnitudeOf,
  type FormulaFigure,
} from '#rules/formula/figure';
import type { Comparison, FormulaNode, FormulaUnit } from '#rules/formula/node';

/** Operators that need all of their arguments; `if`, `match` and `assert` choose theirs while a row is run. */
export type StrictNode = Exclude<
  FormulaNode,
  { readonly op: 'input' | 'value' | 'lookup' | 'constant' | 'if' | 'match' | 'assert' }
>;

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
      return compareFigures(at(0), at(1)) <= 0 ? at(0) : at(1);
    case 'max':
      return compareFigures(at(0), at(1)) >= 0 ? at(0) : at(1);
    case 'clamp':
      if (compareFigures(at(0), at(1)) < 0) return at(1);
      return compareFigures(at(0), at(2)) > 0 ? at(2) : at(0);
    case 'compare':
      return { unit: 'truth', holds: holds(node.comparison, at(0), at(1)) };
    case 'and':
      return { unit: 'truth', holds: args.every((arg) => figureOf(arg, 'truth').holds) };
    case 'or':
      return { unit: 'truth', holds: args.some((arg) => figureOf(arg, 'truth').holds) };
    case 'not':
      return { unit: 'truth', holds: !figureOf(at(0), 'truth').holds };
  }
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

function plus(a: Rational, b: Rational): Rational {
  return rational(a.numerator * b.denominator + b.numerator * a.denominator, a.denominator * b.denominator);
}

function negated({ numerator, denominator }: Rational): Rational {
  return rational(-numerator, denominator);
}

/** A size as a figure of its unit; sums of fen are fen again. */
function sized(unit: FormulaUnit, size: Rational): FormulaFigure {
  switch (unit) {
    case 'fen':
      return { unit, fen: fen(size.numerator / size.denominator) };
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
