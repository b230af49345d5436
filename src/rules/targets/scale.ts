import { present } from '#kernel/assert';
import type { Rational } from '#kernel/rational';
import { constantOf, magnitudeOf, type FormulaFigure } from '#rules/formula/figure';
import { branchesOf, type FormulaNode } from '#rules/formula/node';
import type { Interval } from '#rules/formula/unit-ranges';

/** A figure is held as a whole number of `1/scale` of its unit: a power of ten. */
export interface NodeScale {
  readonly scale: bigint;
}

/** The greatest whole number up to which every whole number is a double. */
export const MAX_SAFE = BigInt(Number.MAX_SAFE_INTEGER);

/** A rate in millionths: four decimals of a percentage, two more than any of the documents writes. */
const RATE_SCALE = 1_000_000n;
/** Counts and points are read with up to four decimals. */
const COUNT_SCALE = 10_000n;

/** The scale of a node from its arguments'. Sums, bands and choices take the finest; products multiply. */
export function scaleOf(node: FormulaNode, args: readonly NodeScale[]): NodeScale {
  return { scale: scaleFrom(node, args) };
}

function scaleFrom(node: FormulaNode, args: readonly NodeScale[]): bigint {
  switch (node.op) {
    case 'input':
    case 'value':
    case 'lookup':
      return givenScale(node);
    case 'constant':
      return constantScale(node);
    case 'timesRate':
    case 'timesCount':
      return args.reduce((product, { scale }) => product * scale, 1n);
    case 'add':
    case 'subtract':
    case 'min':
    case 'max':
    case 'clamp':
    case 'marginal':
    case 'if':
    case 'match':
    case 'assert':
    case 'exceptions': {
      const branches = new Set(branchesOf(node));
      return finest(args.filter((_, at) => branches.has(present(node.args[at], 'a branch'))));
    }
    default:
      return 1n;
  }
}

function givenScale({ unit }: FormulaNode): bigint {
  if (unit === 'rate') return RATE_SCALE;
  return unit === 'count' || unit === 'points' ? COUNT_SCALE : 1n;
}

function constantScale(node: FormulaNode & { readonly op: 'constant' }): bigint {
  const figure = constantOf(node.unit, node.text);
  if (figure === undefined || !hasDecimals(figure)) return 1n;
  return powerOfTenOver(magnitudeOf(figure).denominator);
}

function hasDecimals({ unit }: FormulaFigure): boolean {
  return unit === 'rate' || unit === 'points' || unit === 'count';
}

/** The least power of ten that a denominator divides; constants have few decimals. */
function powerOfTenOver(denominator: bigint): bigint {
  let power = 1n;
  while (power % denominator !== 0n) power *= 10n;
  return power;
}

/** The finest of some scales: what figures are brought to before they are added or compared. */
export function finest(scales: readonly NodeScale[]): bigint {
  // Stryker disable next-line EqualityOperator: of two equal scales either is the one
  return scales.reduce((most, { scale }) => (scale > most ? scale : most), 1n);
}

/** The greatest magnitude in an interval as a whole number of `1/scale`, rounded up. */
export function scaledSize({ low, high }: Interval, scale: bigint): bigint {
  const size = ({ numerator, denominator }: Rational): bigint => {
    // Stryker disable next-line EqualityOperator: zero has no sign
    const magnitude = (numerator < 0n ? -numerator : numerator) * scale;
    return (magnitude + denominator - 1n) / denominator;
  };
  const [a, b] = [size(low), size(high)];
  // Stryker disable next-line EqualityOperator: of two equal sizes either is the one
  return a > b ? a : b;
}
