import { floorToInteger, halfUpToInteger, rational } from '#kernel/rational';
import type { Fact } from '#rules/formula/condition-facts';
import { addedTo, mostAbove } from '#rules/formula/differences';
import { constantOf, sizeOf } from '#rules/formula/figure';
import {
  above,
  greatest,
  hull,
  least,
  meet,
  product,
  quotient,
  span,
  sum,
  years,
} from '#rules/formula/interval-arithmetic';
import { branchesOf, type FormulaNode, type OfOperator } from '#rules/formula/node';
import { givenRange, type Interval } from '#rules/formula/unit-ranges';

/** What is proved of a formula's figures for every row that it accepts. */
export interface Bounds {
  /** The range of a figure; undefined for a truth or a choice, and where nothing bounds it. */
  readonly range: (node: number) => Interval | undefined;
  /** Whether a figure is proved never to be above another. */
  readonly isAtMost: (node: number, bound: number) => boolean;
}

/** What the range of one node is found from: the nodes before it, and what is proved of them. */
export interface KnownBounds extends Bounds {
  readonly node: (index: number) => FormulaNode | undefined;
  readonly isNotNegative: (node: number) => boolean;
  /** What is known where a condition holds, or where it does not. */
  readonly facts: (condition: number, holds: boolean) => readonly Fact[];
}

/** Nobody has a million bills a year: what a running total can come to, in rows of its largest amount. */
const MOST_ROWS_A_YEAR = 1_000_000n;
const ZERO = rational(0n);
const NOTHING: Interval = { low: ZERO, high: ZERO };

/** The range of one node from the ranges of its arguments; undefined for a truth or a choice. */
export function intervalOf(node: FormulaNode, bounds: KnownBounds): Interval | undefined {
  switch (node.op) {
    case 'input':
    case 'value':
    case 'lookup':
      return givenRange(node);
    case 'constant':
      return constantInterval(node);
    case 'if':
    case 'assert':
      return hull(branchesOf(node).map((branch, at) => branchInterval(node, branch, at === 0, bounds)));
    case 'match':
    case 'exceptions':
      return hull(branchesOf(node).map((arg) => bounds.range(arg)));
    // Stryker disable ConditionalExpression: of what gives a truth no rule reckons a range either
    case 'compare':
    case 'and':
    case 'or':
    case 'not':
      return undefined;
    // Stryker restore ConditionalExpression
    default: {
      const ranges = node.args.map((arg) => bounds.range(arg));
      const known = ranges.filter((range) => range !== undefined);
      return known.length === ranges.length ? reckonedInterval(node, known, bounds) : undefined;
    }
  }
}

type Reckoned = Exclude<
  FormulaNode,
  {
    readonly op:
      'input' | 'value' | 'lookup' | 'constant' | 'if' | 'assert' | 'match' | 'exceptions' | 'compare';
  }
>;

function reckonedInterval(
  node: Reckoned,
  ranges: readonly Interval[],
  bounds: KnownBounds,
): Interval | undefined {
  const [first = NOTHING, second = NOTHING, third = NOTHING] = ranges;
  switch (node.op) {
    case 'add':
      return ranges.reduce(sum);
    case 'subtract':
      return difference(node, span(second, first), bounds);
    case 'timesRate':
    case 'timesCount':
      return product(first, second);
    case 'round': {
      const round = node.rounding === 'down' ? floorToInteger : halfUpToInteger;
      return { low: rational(round(first.low)), high: rational(round(first.high)) };
    }
    case 'min':
      return { low: least(first.low, second.low), high: least(first.high, second.high) };
    case 'max':
      return { low: greatest(first.low, second.low), high: greatest(first.high, second.high) };
    case 'clamp':
      return {
        low: least(greatest(first.low, second.low), third.low),
        high: greatest(least(first.high, third.high), second.high),
      };
    case 'mulDiv':
      return quotient(product(first, second), third);
    case 'marginal':
      return marginalInterval(node, ranges, bounds);
    case 'daysBetween':
      return span(first, second);
    case 'fullYears':
      return years(span(first, second));
    case 'running':
      return product(first, { low: ZERO, high: rational(MOST_ROWS_A_YEAR) });
    // Stryker disable next-line ConditionalExpression: a function that returns nothing gives undefined
    default:
      return undefined;
  }
}

function constantInterval(node: OfOperator<'constant'>): Interval | undefined {
  const figure = constantOf(node.unit, node.text);
  const size = figure && sizeOf(figure);
  return size && { low: size, high: size };
}

/** A branch where its condition holds (or does not): what the condition says of the very figure bounds it too. */
function branchInterval(
  node: OfOperator<'if' | 'assert'>,
  branch: number,
  holds: boolean,
  bounds: KnownBounds,
): Interval | undefined {
  const range = bounds.range(branch);
  if (range === undefined) return undefined;
  // Stryker disable next-line OptionalChaining: what has a range is a node
  const unit = bounds.node(branch)?.unit;
  const isWhole = unit === 'fen' || unit === 'date';
  let { low, high } = range;
  for (const fact of bounds.facts(node.args[0] ?? -1, holds)) {
    const step = fact.isBelow && isWhole ? 1n : 0n;
    const [under, over] = [bounds.range(fact.low), bounds.range(fact.high)];
    if (fact.high === branch && under !== undefined) low = greatest(low, above(under.low, step));
    if (fact.low === branch && over !== undefined) high = least(high, above(over.high, -step));
  }
  return meet(range, { low, high }) ?? range;
}

/** A difference of figures of which one is proved to be the larger, or to be so by little. */
function difference({ args }: FormulaNode, plain: Interval, bounds: KnownBounds): Interval {
  const [whole = -1, part = -1] = args;
  const exactly = total(addedTo(bounds, part, whole), bounds);
  const most = total(mostAbove(bounds, part, whole), bounds);
  const low = bounds.isAtMost(part, whole) ? greatest(plain.low, ZERO) : plain.low;
  const ends = bounds.isAtMost(whole, part) ? least(plain.high, ZERO) : plain.high;
  const high = most === undefined ? ends : least(ends, most.high);
  const proved = meet({ low, high }, exactly ?? { low, high });
  return proved ?? plain;
}

/** What the bands give of the stretch between their ends: at most the whole stretch at the highest rate. */
function marginalInterval(
  node: OfOperator<'marginal'>,
  ranges: readonly Interval[],
  bounds: KnownBounds,
): Interval | undefined {
  const [from = -1, to = -1] = node.args;
  const [start = NOTHING, end = NOTHING] = ranges;
  const rates = hull(ranges.slice(1 + node.bands));
  // Stryker disable next-line ConditionalExpression: each scale has a rate, and all arguments have ranges here
  if (rates === undefined) return undefined;
  const plain = span(start, end).high;
  const most = total(mostAbove(bounds, from, to) ?? addedTo(bounds, from, to), bounds)?.high ?? plain;
  return product({ low: ZERO, high: greatest(least(plain, most), ZERO) }, rates);
}

function total(nodes: readonly number[] | undefined, bounds: Bounds): Interval | undefined {
  if (nodes === undefined) return undefined;
  // Stryker disable MethodExpression,ConditionalExpression: addends of a sum that has a range have ranges
  const known = nodes.map((node) => bounds.range(node)).filter((range) => range !== undefined);
  return known.length === nodes.length ? known.reduce(sum, NOTHING) : undefined;
  // Stryker restore MethodExpression,ConditionalExpression
}
