import type { FormulaUnit } from '#rules/formula/node';

/**
 * How targets hold a row's fact: money, rates, counts and points as whole numbers of the plan's scale, dates as
 * days since 1970-01-01, truths as 0 or 1, choices as the position in the node's options.
 */
export type ColumnData = Float64Array | Int32Array | Uint16Array | Uint8Array;

/** One fact of many rows. A row whose fact is missing, or none of the options, is marked: missing is never zero. */
export interface Column {
  readonly data: ColumnData;
  /** 1 where the fact is missing; absent where none is. */
  readonly missing?: Uint8Array;
}

/** Rows side by side, the rows of a person and year together and in their order. */
export interface ColumnChunk {
  readonly length: number;
  readonly columns: ReadonlyMap<string, Column>;
  /** 1 where a person's year begins; needed by formulas with running totals only. */
  readonly starts?: Uint8Array;
  /** Which vector of values (which date and place) a row takes; absent where all take the first. */
  readonly vectorOf?: Uint16Array | Int32Array;
}

/** Several vectors of values, each `cellCount` long, one after the other; NaN where a cell has no figure. */
export type Vectors = Float64Array;

/**
 * What runs over from one chunk to the next: for each running total its sum in the person's year so far, NaN
 * once a row of that year could not be reckoned.
 */
export type Carried = Float64Array;

/** Outputs of a chunk, in the order of the plan: whole numbers of the output's scale; valid is 0 where refused. */
export interface ColumnResults {
  readonly outputs: readonly Float64Array[];
  readonly valid: Uint8Array;
}

/** What a target must be told of each field of a row, in the order in which it takes them. */
export interface FieldPlan {
  readonly field: string;
  readonly unit: FormulaUnit;
  readonly scale: bigint;
  readonly options?: readonly string[];
}
