import { assert, present } from '#kernel/assert';
import { allow, refuse, type Decision, type Refusal } from '#kernel/decision';
import type { FormulaFigure } from '#rules/formula/figure';
import type { ValueVector } from '#rules/formula/value-vector';
import { layoutOf, type ProgramLayout } from '#rules/targets/emit-layout';
import { decodeFigure } from '#rules/targets/encode-figure';
import { encodeRow } from '#rules/targets/encode-row';
import { encodeVector, type EncodedVector } from '#rules/targets/encode-vector';
import { evaluate, scalarSource } from '#rules/targets/evaluate';
import { reckonRow, type FormulaRow } from '#rules/targets/oracle';
import { nodeAt, type TargetPlan } from '#rules/targets/plan';

/** A formula as one function over one row, for settlement while a person waits. */
export interface ScalarProgram {
  readonly layout: ProgramLayout;
  /**
   * Writes the outputs, in the order of the plan, as whole numbers of their scale.
   * @param facts by field, @param totals by running total, @param vector the cells of one date and place; NaN is missing
   * @returns whether the row could be reckoned; if not, nothing is written
   */
  readonly settle: (
    facts: Float64Array,
    totals: Float64Array,
    vector: Float64Array,
    out: Float64Array,
  ) => boolean;
}

export function compileScalar(plan: TargetPlan): ScalarProgram {
  const { settle } = evaluate(scalarSource(plan)) as Pick<ScalarProgram, 'settle'>;
  return { layout: layoutOf(plan), settle };
}

export type SettleRow = (row: FormulaRow) => Decision<ReadonlyMap<string, FormulaFigure>>;

/**
 * The outputs of single rows. Each vector of values is encoded once, however many rows bring it. A row that is
 * refused is run again by the oracle, which names every reason.
 */
export function createRowSettler(plan: TargetPlan): SettleRow {
  const { layout, settle } = compileScalar(plan);
  const vectors = new WeakMap<ValueVector, EncodedVector>();
  const out = new Float64Array(plan.outputs.length);
  const isNarrow = Object.values(wantedOutputs(plan)).every((index) => plan.of(index).isNarrow);
  const formula = { ...plan.formula, outputs: wantedOutputs(plan) };
  const encoded = (vector: ValueVector): EncodedVector => {
    const known = vectors.get(vector) ?? encodeVector(plan, vector);
    vectors.set(vector, known);
    return known;
  };
  return (row) => {
    const { facts, totals, refusals } = encodeRow(layout, row);
    if (settle(facts, totals, encoded(row.values).cells, out)) return allow(decodeOutputs(plan, out));
    const reckoned = reckonRow(formula, row).outputs;
    if (!reckoned.allowed) return reckoned;
    const [first, ...others] = [...refusals.values(), ...cellRefusals(encoded(row.values))];
    // An amount beyond what a double holds: only the oracle can tell it.
    if (first === undefined && !isNarrow) return reckoned;
    assert(first !== undefined, `the program of ${formula.id} and its oracle refuse the same rows`);
    return refuse(first, ...others);
  };
}

/** The figures that a program has written for one row. */
export function decodeOutputs(plan: TargetPlan, held: Float64Array): ReadonlyMap<string, FormulaFigure> {
  return new Map(
    plan.outputs.map((name, at) => {
      const index = present(plan.formula.outputs[name], `the output ${name}`);
      const { unit, options } = nodeAt(plan, index);
      return [name, decodeFigure(held[at] ?? NaN, unit, plan.of(index).scale, options)];
    }),
  );
}

function wantedOutputs(plan: TargetPlan): Readonly<Record<string, number>> {
  return Object.fromEntries(
    plan.outputs.map((name) => [name, present(plan.formula.outputs[name], `the output ${name}`)]),
  );
}

/** Cells that only their encoding refuses: a figure finer than any that targets reckon with. */
function cellRefusals({ refusals }: EncodedVector): readonly Refusal[] {
  return [...refusals.values()].flat().filter(({ code }) => code === 'too_many_decimals');
}
