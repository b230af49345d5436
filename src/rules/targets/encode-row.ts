import { assert } from '#kernel/assert';
import type { Refusal } from '#kernel/decision';
import type { FormulaFigure } from '#rules/formula/figure';
import { encodeFigure } from '#rules/targets/encode-figure';
import { figureTooFine } from '#rules/targets/encode-refusals';
import type { ProgramLayout } from '#rules/targets/emit-layout';
import { MAX_SAFE } from '#rules/targets/scale';
import type { FormulaRow } from '#rules/targets/oracle-evaluation';
import type { FieldPlan } from '#rules/targets/rows';

/** A row as numbers in the order of a program's fields and totals; NaN where it has no figure that can be used. */
export interface EncodedRow {
  readonly facts: Float64Array;
  readonly totals: Float64Array;
  /** Facts that nobody but the encoding refuses; what is missing or out of range the row's rules refuse. */
  readonly refusals: ReadonlyMap<string, Refusal>;
}

export function encodeRow({ fields, totals }: ProgramLayout, row: Omit<FormulaRow, 'values'>): EncodedRow {
  const refusals = new Map<string, Refusal>();
  const encoded = {
    facts: new Float64Array(fields.length),
    totals: new Float64Array(totals.length),
    refusals,
  };
  fields.forEach((plan, at) => {
    const figure = row.inputs.get(plan.field);
    encoded.facts[at] = figure === undefined ? NaN : encodeFact(plan, figure, refusals);
  });
  totals.forEach(({ total }, at) => {
    const sum = row.totals?.get(total);
    encoded.totals[at] = sum === undefined || sum > MAX_SAFE || sum < -MAX_SAFE ? NaN : Number(sum);
  });
  return encoded;
}

/** The program itself checks ranges, which differ by node; here a fact is only brought to its scale. */
function encodeFact(plan: FieldPlan, figure: FormulaFigure, refusals: Map<string, Refusal>): number {
  const { field, unit, scale, options } = plan;
  assert(figure.unit === unit, `${field} is given as ${unit}`);
  const encoded = encodeFigure(figure, options, scale);
  if (encoded === 'too_fine') refusals.set(field, figureTooFine(field, scale));
  return typeof encoded === 'number' ? encoded : NaN;
}
