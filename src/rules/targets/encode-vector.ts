import { assert } from '#kernel/assert';
import type { Refusal } from '#kernel/decision';
import { compareRationals, rational } from '#kernel/rational';
import { figureOfQuantity, sizeOf as sizeOfFigure } from '#rules/formula/figure';
import { inputNotAnOption, outOfRange } from '#rules/formula/refusals';
import { givenRange } from '#rules/formula/unit-ranges';
import { cellKey, type ValueVector } from '#rules/formula/value-vector';
import { encodeFigure } from '#rules/targets/encode-figure';
import { figureTooFine, thresholdBelow } from '#rules/targets/encode-refusals';
import { nodeAt, sizeOf, type CellPlan, type TargetPlan } from '#rules/targets/plan';
import { MAX_SAFE } from '#rules/targets/scale';

/** The pack values of one date and place as numbers, laid out as the plan says. */
export interface EncodedVector {
  /** NaN where a cell has no figure that can be used. */
  readonly cells: Float64Array;
  /** Why, by cell: what a row is told that needs it. */
  readonly refusals: ReadonlyMap<number, readonly Refusal[]>;
  /** Scales of bands whose thresholds do not ascend: every row that needs one is refused. */
  readonly unordered: readonly Refusal[];
}

/** Encodes the values that a plan needs. A cell that cannot be used refuses only the rows that need it. */
export function encodeVector(plan: TargetPlan, vector: ValueVector): EncodedVector {
  const cells = new Float64Array(plan.cellCount);
  const refusals = new Map<number, readonly Refusal[]>();
  for (const cell of plan.cells) {
    combinations(cell.keys).forEach((members, at) => {
      const encoded = encodeCell(plan, cell, members, vector);
      if (typeof encoded !== 'number') refusals.set(cell.offset + at, encoded);
      cells[cell.offset + at] = typeof encoded === 'number' ? encoded : NaN;
    });
  }
  return { cells, refusals, unordered: unorderedScales(plan, cells) };
}

/** Several vectors, one after the other, as columns take them. */
export function joinVectors(vectors: readonly Pick<EncodedVector, 'cells'>[]): Float64Array {
  const [first] = vectors;
  const joined = new Float64Array(vectors.length * (first?.cells.length ?? 0));
  vectors.forEach(({ cells }, at) => joined.set(cells, at * cells.length));
  return joined;
}

function encodeCell(
  plan: TargetPlan,
  { node: index, value }: CellPlan,
  members: readonly string[],
  vector: ValueVector,
): number | readonly Refusal[] {
  const at = cellKey(value, members);
  const resolved = vector.read(value, members);
  if (!resolved.allowed) return resolved.refusals;
  const node = nodeAt(plan, index);
  const figure = figureOfQuantity(resolved.value.quantity);
  assert(figure.unit === node.unit, `${at} is given as ${node.unit}`);
  const { scale } = plan.of(index);
  const [range, size] = [givenRange(node), sizeOfFigure(figure)];
  if (range !== undefined && size !== undefined) {
    const isWithin = compareRationals(range.low, size) <= 0 && compareRationals(size, range.high) <= 0;
    if (!isWithin) return [outOfRange(at, figure, range)];
  }
  const encoded = encodeFigure(figure, node.options, scale);
  switch (encoded) {
    case 'too_fine':
      return [figureTooFine(at, scale)];
    case 'too_large':
      return [outOfRange(at, figure, HELD)];
    case 'not_an_option':
      return [inputNotAnOption(at, figure.unit === 'choice' ? figure.choice : '', node.options ?? [])];
    default:
      return encoded;
  }
}

/** What a double holds exactly, where a value's own range is wider. */
const HELD = { low: rational(-MAX_SAFE), high: rational(MAX_SAFE) };

/** Every way to choose one option of each key, the last key the fastest: the order of a table's cells. */
function combinations(keys: CellPlan['keys']): readonly (readonly string[])[] {
  return keys.reduce<readonly (readonly string[])[]>(
    (trails, options) => trails.flatMap((trail) => options.map((option) => [...trail, option])),
    [[]],
  );
}

function unorderedScales(plan: TargetPlan, cells: Float64Array): readonly Refusal[] {
  return plan.live.flatMap((index) => {
    const node = nodeAt(plan, index);
    if (node.op !== 'marginal') return [];
    const thresholds = node.args.slice(2, 1 + node.bands);
    return thresholds.slice(1).flatMap((upper, at) => {
      const lower = thresholds[at] ?? upper;
      return descends(plan, cells, lower, upper)
        ? [thresholdBelow(nameOf(plan, upper), nameOf(plan, lower))]
        : [];
    });
  });
}

/** Whether two thresholds that the pack fills descend somewhere: cell by cell where both take the same keys. */
function descends(plan: TargetPlan, cells: Float64Array, lower: number, upper: number): boolean {
  const [low, high] = [lower, upper].map((index) => plan.cells.find(({ node }) => node === index));
  if (low === undefined || high === undefined) return false;
  const [lows, highs] = [low, high].map(({ offset, keys }) => cells.subarray(offset, offset + sizeOf(keys)));
  const isAlike = nodeAt(plan, lower).args.join() === nodeAt(plan, upper).args.join();
  if (isAlike) return (lows ?? []).some((size, at) => size > (highs?.[at] ?? size));
  return (lows ?? []).some((size) => (highs ?? []).some((above) => size > above));
}

function nameOf(plan: TargetPlan, index: number): string {
  const node = nodeAt(plan, index);
  return node.op === 'value' || node.op === 'lookup' ? cellKey(node.value, []) : `node ${index}`;
}
