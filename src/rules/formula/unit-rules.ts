import type { Bilingual } from '#kernel/bilingual';
import type { ChoosingOperator, FormulaNode, FormulaUnit, OfOperator } from '#rules/formula/node';

type Units = readonly FormulaUnit[];

const MONEY: Units = ['fen', 'exact'];
/** What may be added up: a rate to a rate, never to points; money to money of the same exactness. */
const ADDABLE: Units = ['fen', 'exact', 'rate', 'count'];
/** The difference of two rates would be points; no formula needs it, so it is refused. */
const SUBTRACTABLE: Units = ['fen', 'exact', 'count'];
const ORDERED: Units = ['fen', 'exact', 'rate', 'count', 'date'];
const COMPARABLE: Units = [...ORDERED, 'points'];

/** What is wrong with the units of a node and its arguments; undefined where they fit. */
export function unitFault(node: FormulaNode, args: Units): Bilingual | undefined {
  return fits(node, args) ? undefined : misfit(node, args);
}

function fits(node: FormulaNode, args: Units): boolean {
  switch (node.op) {
    case 'input':
    case 'value':
    case 'constant':
      return args.length === 0 && node.unit !== 'exact';
    case 'lookup':
      return args.length === node.axes.length && areAll(args, 'choice') && node.unit !== 'exact';
    case 'compare':
    case 'and':
    case 'or':
    case 'not':
      return node.unit === 'truth' && fitsCondition(node, args);
    case 'if':
    case 'match':
    case 'assert':
    case 'exceptions':
      return fitsChoice(node, args);
    case 'mulDiv':
    case 'marginal':
    case 'daysBetween':
    case 'fullYears':
    case 'running':
      return fitsScale(node, args);
    default:
      return fitsArithmetic(node, args);
  }
}

function fitsArithmetic({ op, unit }: FormulaNode, args: Units): boolean {
  const [first, second] = args;
  const areOfUnit = areAll(args, unit);
  switch (op) {
    case 'add':
      return args.length >= 2 && areOfUnit && ADDABLE.includes(unit);
    case 'subtract':
      return args.length === 2 && areOfUnit && SUBTRACTABLE.includes(unit);
    case 'timesRate':
      return args.length === 2 && isAmong(first, MONEY) && second === 'rate' && unit === 'exact';
    case 'timesCount':
      return (
        args.length === 2 &&
        second === 'count' &&
        (isAmong(first, MONEY) ? unit === 'exact' : first === 'count' && unit === 'count')
      );
    case 'round':
      return args.length === 1 && first === 'exact' && unit === 'fen';
    case 'min':
    case 'max':
      return args.length === 2 && areOfUnit && ORDERED.includes(unit);
    default:
      // What is left is `clamp`.
      return args.length === 3 && areOfUnit && ORDERED.includes(unit);
  }
}

function fitsCondition(node: FormulaNode, args: Units): boolean {
  if (node.op === 'compare') {
    const [first] = args;
    const isComparable = node.comparison === 'equals' || isAmong(first, COMPARABLE);
    return args.length === 2 && first === args[1] && isComparable;
  }
  return (node.op === 'not' ? args.length === 1 : args.length >= 2) && areAll(args, 'truth');
}

function fitsChoice(node: OfOperator<ChoosingOperator>, args: Units): boolean {
  const [first, ...results] = args;
  switch (node.op) {
    case 'if':
      return results.length === 2 && first === 'truth' && areAll(results, node.unit);
    case 'assert':
      return results.length === 1 && first === 'truth' && areAll(results, node.unit);
    case 'match': {
      const count = node.cases.length + (node.otherwise ? 1 : 0);
      return first === 'choice' && results.length === count && areAll(results, node.unit);
    }
    case 'exceptions':
      return (
        args.length === 1 + 2 * node.exceptions.length &&
        args.every((arg, index) => arg === (index % 2 === 1 ? 'truth' : node.unit))
      );
  }
}

function fitsScale(node: FormulaNode, args: Units): boolean {
  const [first, second, third] = args;
  switch (node.op) {
    case 'mulDiv':
      return (
        args.length === 3 &&
        first === 'fen' &&
        (second === 'fen' || second === 'count') &&
        third === second &&
        node.unit === 'fen'
      );
    case 'marginal':
      return (
        node.unit === 'exact' &&
        Number.isInteger(node.bands) &&
        node.bands >= 1 &&
        args.length === 1 + 2 * node.bands &&
        areAll(args.slice(0, 1 + node.bands), 'fen') &&
        areAll(args.slice(1 + node.bands), 'rate')
      );
    case 'running':
      return args.length === 1 && first === 'fen' && node.unit === 'fen';
    default:
      return args.length === 2 && areAll(args, 'date') && node.unit === 'count';
  }
}

function areAll(args: Units, unit: FormulaUnit): boolean {
  return args.every((arg) => arg === unit);
}

function isAmong(unit: FormulaUnit | undefined, units: readonly (FormulaUnit | undefined)[]): boolean {
  return units.includes(unit);
}

function misfit({ op, unit }: FormulaNode, args: Units): Bilingual {
  const list = args.join(', ');
  return {
    zh: `单位不合：${op}（${list}）不能得出 ${unit}`,
    en: `units do not fit: ${op} of (${list}) gives no ${unit}`,
  };
}
