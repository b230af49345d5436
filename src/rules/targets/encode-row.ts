import { AssertionFailure } from '#kernel/assert';
import type { Refusal } from '#kernel/decision';
import type { FormulaFigure } from '#rules/formula/figure';
import { encodeFigure } from '#rules/targets/encode-figure';
import { figureTooFine } from '#rules/targets/encode-refusals';
import type { ProgramLayout } from '#rules/targets/emit-layout';
import { MAX_SAFE } from '#rules/targets/scale';
import type { FormulaRow } from '#rules/targets/oracle-evaluation';
import type { FieldPlan } from '#rules/targets/rows';

/** A row as numbers in the order of a program's fields and totals; NaN where it has no figure that can be used. */
export interface RowNumbers {
  readonly facts: Float64Array;
  readonly totals: Float64Array;
}

export interface EncodedRow extends RowNumbers {
  /** Facts that nobody but the encoding refuses; what is missing or out of range the row's rules refuse. */
  readonly refusals: ReadonlyMap<string, Refusal>;
}

export function encodeRow(layout: ProgramLayout, row: Omit<FormulaRow, 'values'>): EncodedRow {
  const encoded = { ...newRowNumbers(layout), refusals: new Map<string, Refusal>() };
  encodeInto(encoded, layout, row);
  return encoded;
}

/** Room for the numbers of one row, which the next row may use again. */
export function newRowNumbers({ fields, totals }: ProgramLayout): RowNumbers {
  return { facts: new Float64Array(fields.length), totals: new Float64Array(totals.length) };
}

/** Writes a row's numbers over those of another; facts that cannot be held are refused into a map, if there is one. */
export function encodeInto(
  into: RowNumbers & { readonly refusals?: Map<string, Refusal> },
  { fields, totals }: ProgramLayout,
  row: Omit<FormulaRow, 'values'>,
): void {
  // Stryker disable next-line EqualityOperator: an array of numbers takes nothing beyond its end
  for (let at = 0; at < fields.length; at += 1) {
    const plan = fields[at];
    const figure = plan && row.inputs.get(plan.field);
    into.facts[at] = figure === undefined ? NaN : encodeFact(plan as FieldPlan, figure, into.refusals);
  }
  // Stryker disable next-line EqualityOperator: an array of numbers takes nothing beyond its end
  for (let at = 0; at < totals.length; at += 1) {
    // Stryker disable next-line OptionalChaining: each position has a total
    const sum = row.totals?.get(totals[at]?.total ?? '');
    // Stryker disable next-line ConditionalExpression: a total that is not there is no number either way
    into.totals[at] = sum === undefined || sum > MAX_SAFE || sum < -MAX_SAFE ? NaN : Number(sum);
  }
}

/** The program itself checks ranges, which differ by node; here a fact is only brought to its scale. */
function encodeFact(
  plan: FieldPlan,
  figure: FormulaFigure,
  refusals: Map<string, Refusal> | undefined,
): number {
  const { field, unit, scale, options } = plan;
  if (figure.unit !== unit) throw new AssertionFailure(`${field} is given as ${unit}`);
  const encoded = encodeFigure(figure, options, scale);
  if (encoded === 'too_fine') refusals?.set(field, figureTooFine(field, scale));
  // Stryker disable next-line ConditionalExpression: a word among numbers is none
  return typeof encoded === 'number' ? encoded : NaN;
}
