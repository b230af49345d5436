import { present } from '#kernel/assert';
import { MAX_SAFE, scaledSize, type NodeScale } from '#rules/targets/scale';
import { boundsOf } from '#rules/formula/bounds';
import type { Bounds } from '#rules/formula/intervals';
import { branchesOf, type Formula, type FormulaNode } from '#rules/formula/node';
import type { Interval } from '#rules/formula/unit-ranges';
import { finest, scaleOf } from '#rules/targets/scale';

/** How a target holds a node: as a whole number of `1/scale` of its unit, a truth, or an option's position. */
export interface NodePlan extends NodeScale {
  /** The figure is proved to stay within ±(2^53 − 1) when scaled, so that a double holds it exactly. */
  readonly isNarrow: boolean;
  /** Everything that reckoning it passes through stays there too; else it is reckoned in bigint or NUMERIC. */
  readonly isReckonedNarrow: boolean;
  /** The figure is proved never to be negative: rounding needs no case for the sign. */
  readonly isNotNegative: boolean;
  /** What the figure is proved to lie between, in its unit; undefined for a truth or a choice. */
  readonly range: Interval | undefined;
}

/** Where the cells of a pack value lie in a vector of values: one cell, or a table by its keys' options. */
export interface CellPlan {
  readonly node: number;
  readonly value: string;
  readonly offset: number;
  /** For each axis the options of its key, in the order in which targets count them. */
  readonly keys: readonly (readonly string[])[];
}

/** What all targets share: which nodes the outputs need, how each is held, how a vector of values is laid out. */
export interface TargetPlan {
  readonly formula: Formula;
  readonly outputs: readonly string[];
  /** Nodes that the outputs need, each after its arguments; all others are dropped. */
  readonly live: readonly number[];
  readonly of: (node: number) => NodePlan;
  readonly cells: readonly CellPlan[];
  /** Cells of one vector: how many numbers a date and place take. */
  readonly cellCount: number;
  /** What is proved of the formula's figures. */
  readonly bounds: Bounds;
}

/**
 * Plans a formula for the compiled targets.
 * @param outputs the outputs that are wanted, all by default; running totals among what they need are kept
 */
export function planTargets(
  formula: Formula,
  outputs: readonly string[] = Object.keys(formula.outputs),
): TargetPlan {
  const bounds = boundsOf(formula);
  const live = liveNodes(formula, outputs);
  const plans = new Map<number, NodePlan>();
  for (const index of live) plans.set(index, planNode(formula, index, bounds, plans));
  const cells = layOut(formula, live);
  return {
    formula,
    outputs,
    live,
    of: (node) => present(plans.get(node), `a plan of node ${node}`),
    cells,
    cellCount: cells.reduce((count, { keys }) => count + sizeOf(keys), 0),
    bounds,
  };
}

export function nodeAt(plan: TargetPlan, index: number): FormulaNode {
  return present(plan.formula.nodes[index], `node ${index}`);
}

function liveNodes({ nodes, outputs }: Formula, wanted: readonly string[]): readonly number[] {
  const live = new Set<number>();
  const visit = (index: number): void => {
    if (live.has(index)) return;
    live.add(index);
    present(nodes[index], `node ${index}`).args.forEach(visit);
  };
  for (const name of wanted) visit(present(outputs[name], `the output ${name}`));
  return [...live].toSorted((a, b) => a - b);
}

function planNode(
  formula: Formula,
  index: number,
  bounds: Bounds,
  plans: ReadonlyMap<number, NodePlan>,
): NodePlan {
  const node = present(formula.nodes[index], `node ${index}`);
  const args = node.args.map((arg) => present(plans.get(arg), `a plan of node ${arg}`));
  const scale = scaleOf(node, args);
  const range = bounds.range(index);
  const isMeasured = node.unit !== 'truth' && node.unit !== 'choice';
  const isNarrow = range === undefined ? !isMeasured : scaledSize(range, scale.scale) <= MAX_SAFE;
  const passed = node.args.map((arg) => bounds.range(arg));
  return {
    ...scale,
    isNarrow,
    isNotNegative: range !== undefined && range.low.numerator >= 0n,
    range,
    isReckonedNarrow: isNarrow && passesNarrow(node, args, passed, scale.scale),
  };
}

/** Whether what reckoning a node passes through, arguments brought to one scale included, stays narrow. */
function passesNarrow(
  node: FormulaNode,
  args: readonly NodePlan[],
  ranges: readonly ReturnType<Bounds['range']>[],
  scale: bigint,
): boolean {
  const chosen = new Set(branchesOf(node));
  const sizes = ranges.map((range, at) => {
    if (range === undefined) return 0n;
    return scaledSize(range, present(args[at], `argument ${at}`).scale);
  });
  if (args.some((arg) => !arg.isNarrow)) return false;
  const [first = 0n] = sizes;
  switch (node.op) {
    case 'round':
      return first + finest(args) <= MAX_SAFE;
    case 'mulDiv': {
      // Both counts are brought to one scale, which the quotient then loses again; the amount is in whole fen.
      const common = finest(args);
      const [times = 0n, by = 0n] = ranges.slice(1).map((range) => (range ? scaledSize(range, common) : 0n));
      // Stryker disable next-line EqualityOperator: twice a whole number is even, and the most is odd
      return 2n * (first * times + by) <= MAX_SAFE;
    }
    case 'compare':
      return ranges.every((range) => range === undefined || scaledSize(range, finest(args)) <= MAX_SAFE);
    case 'add':
      return ranges.reduce((sum, range) => sum + (range ? scaledSize(range, scale) : 0n), 0n) <= MAX_SAFE;
    case 'subtract':
    case 'min':
    case 'max':
    case 'clamp':
    case 'if':
    case 'match':
    case 'exceptions':
      return ranges.every(
        (range, at) =>
          range === undefined || !chosen.has(node.args[at] ?? -1) || scaledSize(range, scale) <= MAX_SAFE,
      );
    default:
      return true;
  }
}

function layOut(formula: Formula, live: readonly number[]): readonly CellPlan[] {
  let offset = 0;
  return live.flatMap((index) => {
    const node = present(formula.nodes[index], `node ${index}`);
    if (node.op !== 'value' && node.op !== 'lookup') return [];
    const keys = node.args.map((arg) =>
      present(present(formula.nodes[arg], `node ${arg}`).options, 'the options of a key'),
    );
    const cell = { node: index, value: node.value, offset, keys };
    offset += sizeOf(keys);
    return [cell];
  });
}

/** Cells of a table: the product of its keys' options. */
export function sizeOf(keys: CellPlan['keys']): number {
  return keys.reduce((size, options) => size * options.length, 1);
}
