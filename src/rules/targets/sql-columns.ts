import { present } from '#kernel/assert';
import type { FormulaUnit } from '#rules/formula/node';
import { layoutOf } from '#rules/targets/emit-layout';
import { nodeAt, type CellPlan, type TargetPlan } from '#rules/targets/plan';
import type { FieldPlan } from '#rules/targets/rows';

/** A column of the rows: a fact, NULL where it is missing or none of the options. */
export interface SqlField extends FieldPlan {
  readonly column: string;
  readonly type: 'BIGINT' | 'DATE' | 'BOOLEAN';
}

/** A column of the values: one cell, or an array of a table's cells with the last key running fastest. */
export interface SqlCells extends CellPlan {
  readonly column: string;
  readonly type: 'BIGINT' | 'BIGINT[]';
}

/** A column of the answer: a whole number of 1/scale of its unit, a date, a truth, or an option's position. */
export interface SqlOutput {
  readonly output: string;
  readonly column: string;
  readonly unit: FormulaUnit;
  readonly scale: bigint;
}

/** How the relations that a statement reads, and the one that it gives, must be shaped. */
export interface SqlColumns {
  readonly fields: readonly SqlField[];
  /** BIGINT columns of the rows, read where totals are given: the year's total before the row. */
  readonly totals: readonly { readonly total: string; readonly column: string }[];
  readonly cells: readonly SqlCells[];
  readonly outputs: readonly SqlOutput[];
}

/** Names that every statement uses beside those of its plan. */
export const SQL_KEYS = {
  /** Of a row, BIGINT: given back with its answer. */
  row: 'row_id',
  /** Whose running totals a row belongs to, and its place among the rows of that person and year. */
  person: 'person_id',
  year: 'year_id',
  sequence: 'sequence',
  /** Which vector of values a row takes; also the key of the values. */
  vector: 'vector_id',
  /** In the answer: whether the row was reckoned. */
  valid: 'is_valid',
} as const;

/** The generated columns of a plan. Names come from positions, so that no text of a pack reaches a statement. */
export function sqlColumnsOf(plan: TargetPlan): SqlColumns {
  const { fields, totals } = layoutOf(plan);
  const names = [...new Set(totals.map(({ total }) => total))];
  return {
    fields: fields.map((field, at) => ({ ...field, column: `f${at}`, type: typeOf(field.unit) })),
    totals: names.map((total, at) => ({ total, column: `t${at}` })),
    cells: plan.cells.map((cell, at) => ({
      ...cell,
      column: `c${at}`,
      type: cell.keys.length === 0 ? 'BIGINT' : 'BIGINT[]',
    })),
    outputs: plan.outputs.map((output, at) => {
      const node = present(plan.formula.outputs[output], `the output ${output}`);
      return { output, column: `o${at}`, unit: nodeAt(plan, node).unit, scale: plan.of(node).scale };
    }),
  };
}

function typeOf(unit: FormulaUnit): SqlField['type'] {
  if (unit === 'date') return 'DATE';
  return unit === 'truth' ? 'BOOLEAN' : 'BIGINT';
}
