import { assert } from '#kernel/assert';
import { boundsOf } from '#rules/formula/bounds';
import { addedTo } from '#rules/formula/differences';
import type { Bounds } from '#rules/formula/intervals';
import { placeOf } from '#rules/formula/node';
import { nodeAt, type TargetPlan } from '#rules/targets/plan';
import { finest, scaledSize } from '#rules/targets/scale';
import type { DialectWords, SqlWidth } from '#rules/targets/sql-dialect';
import { isSized } from '#rules/targets/sql-units';

/** How wide a node's numbers are in SQL. */
export interface SqlWidths {
  readonly held: (node: number) => SqlWidth;
  /** Of everything that reckoning it passes through. */
  readonly reckoned: (node: number) => SqlWidth;
  /** The greatest magnitude of a node, as a whole number of 1/scale of it. */
  readonly sizeOf: (node: number, scale: bigint) => bigint;
}

const MOST_NARROW = 2n ** 63n - 1n;
/** Of a figure that nothing bounds: wide, and the engine stops rather than give a wrong one. */
const UNKNOWN = 2n ** 64n;

/**
 * Proves for each node a width in which no row can overflow, refused ones included: an engine reckons a branch
 * that is not taken too, and one overflow would end the whole statement. Therefore only ranges of arguments
 * count here, never what a condition or assertion says of them.
 */
export function sqlWidthsOf(plan: TargetPlan, words: DialectWords): SqlWidths {
  const bounds = unconditionalRanges(plan);
  const sizeOf = (node: number, scale: bigint): bigint => {
    const range = bounds.range(node);
    if (range !== undefined) return scaledSize(range, scale);
    return isSized(nodeAt(plan, node)) ? UNKNOWN : 0n;
  };
  const widthOf = (node: number, size: bigint): SqlWidth => {
    if (size <= MOST_NARROW) return 'narrow';
    const { mostWide } = words;
    assert(mostWide === undefined || size <= mostWide, `${placeOf(plan.formula, node)} fits the engine`);
    return 'wide';
  };
  return {
    sizeOf,
    held: (node) => widthOf(node, sizeOf(node, plan.of(node).scale)),
    reckoned: (node) => widthOf(node, passedSize(plan, node, sizeOf)),
  };
}

/** Ranges that hold whatever its conditions come to: every comparison is taken for a truth that could be either. */
function unconditionalRanges({ formula }: TargetPlan): Bounds {
  return boundsOf({
    nodes: formula.nodes.map((node) =>
      node.op === 'compare' ? { ...node, op: 'input', field: '', args: [] } : node,
    ),
  });
}

/** The greatest number that reckoning a node passes through, its arguments brought to one scale. */
function passedSize(plan: TargetPlan, index: number, sizeOf: SqlWidths['sizeOf']): bigint {
  const node = nodeAt(plan, index);
  const { scale } = plan.of(index);
  const { args } = node;
  const aligned = (list: readonly number[], to: bigint): bigint =>
    list.reduce((sum, arg) => sum + sizeOf(arg, to), 0n);
  const own = sizeOf(index, scale);
  const [first = -1, second = -1, third = -1] = args;
  switch (node.op) {
    case 'round':
      return 2n * sizeOf(first, plan.of(first).scale) + 4n * plan.of(first).scale;
    case 'mulDiv': {
      const to = finest([plan.of(second), plan.of(third)]);
      return 2n * (sizeOf(first, 1n) * sizeOf(second, to) + sizeOf(third, to) + 1n);
    }
    case 'marginal': {
      const rates = aligned(args.slice(1 + node.bands), scale);
      const added = addedTo({ node: (each) => plan.formula.nodes[each] }, first, second);
      const ends = aligned(args.slice(0, 1 + node.bands), 1n);
      return ends + own + rates * aligned(added ?? [first, second], 1n);
    }
    case 'compare':
      return aligned(args, finest(args.map((arg) => plan.of(arg))));
    default:
      return own + aligned(args, scale);
  }
}
