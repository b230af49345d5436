import { assert, present } from '#kernel/assert';
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
  const cells = new Float64Array(plan.cellCount).fill(NaN);
  const refusals = new Map<number, readonly Refusal[]>();
  for (const cell of plan.cells) {
    combinations(cell.keys).forEach((members, at) => {
      const encoded = encodeCell(plan, cell, members, vector);
      if (typeof encoded === 'number') cells[cell.offset + at] = encoded;
      else refusals.set(cell.offset + at, encoded);
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
  const range = givenRange(node);
  if (range !== undefined) {
    const size = present(sizeOfFigure(figure), `the size of ${at}`);
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
      // Stryker disable next-line ConditionalExpression: only a choice is none of the options
      return figure.unit === 'choice' ? [inputNotAnOption(at, figure.choice, node.options ?? [])] : [];
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
  const cellsOf = (index: number): CellPlan | undefined => plan.cells.find(({ node }) => node === index);
  return plan.live.flatMap((index) => {
    const node = nodeAt(plan, index);
    // Stryker disable next-line ConditionalExpression: what has no bands has no thresholds either
    if (node.op !== 'marginal') return [];
    const thresholds = node.args.slice(2, 1 + node.bands).map(cellsOf);
    return thresholds.slice(1).flatMap((upper, at) => {
      const lower = thresholds[at];
      return lower !== undefined && upper !== undefined && descends(plan, cells, lower, upper)
        ? [thresholdBelow(cellKey(upper.value, []), cellKey(lower.value, []))]
        : [];
    });
  });
}

/** Whether two thresholds that the pack fills descend somewhere: cell by cell where both take the same keys. */
function descends(plan: TargetPlan, cells: Float64Array, lower: CellPlan, upper: CellPlan): boolean {
  const cellsOf = ({ offset, keys }: CellPlan): Float64Array => cells.subarray(offset, offset + sizeOf(keys));
  const highs = cellsOf(upper);
  const isAlike = nodeAt(plan, lower.node).args.join() === nodeAt(plan, upper.node).args.join();
  return cellsOf(lower).some((low, at) =>
    (isAlike ? highs.slice(at, at + 1) : highs).some((high) => low > high),
  );
}
