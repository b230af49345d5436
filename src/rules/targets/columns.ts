import { assert, present } from '#kernel/assert';
import { columnsSource, evaluate, type ProgramSource } from '#rules/targets/evaluate';
import { layoutOf, type ProgramLayout } from '#rules/targets/emit-layout';
import { ROWS_A_CALL } from '#rules/targets/emit-totals';
import type { TargetPlan } from '#rules/targets/plan';
import type {
  Carried,
  ColumnChunk,
  ColumnData,
  ColumnResults,
  FieldPlan,
  Vectors,
} from '#rules/targets/rows';

/** All that a worker needs to run a formula over columns: plain data, to be sent as it is. */
export interface ColumnsText {
  readonly source: ProgramSource;
  readonly layout: ProgramLayout;
  readonly outputs: readonly string[];
  readonly cellCount: number;
}

/** A formula as a loop over columns. */
export interface ColumnsProgram {
  /** The facts that it takes, by name; a chunk may hold others. */
  readonly fields: readonly FieldPlan[];
  readonly outputs: readonly string[];
  /** Totals before the first row of all. */
  readonly newCarried: () => Carried;
  readonly newResults: (length: number) => ColumnResults;
  /**
   * Reckons the rows of a chunk. Chunks follow one another: `carried` is read and left as the next one needs it.
   * Facts must be whole numbers of their field's scale; results are of the first `length` rows.
   */
  readonly run: (chunk: ColumnChunk, vectors: Vectors, carried: Carried, results: ColumnResults) => void;
}

type Loop = (
  first: number,
  end: number,
  columns: readonly ColumnData[],
  marks: readonly Uint8Array[],
  starts: Uint8Array,
  vectorOf: Uint16Array | Int32Array,
  vectors: Vectors,
  carried: Carried,
  outputs: readonly Float64Array[],
  valid: Uint8Array,
) => void;

type Loops = Readonly<Record<'runWhole' | 'runWholeVectors' | 'runPart' | 'runPartVectors', Loop>>;

const NO_BYTES = new Uint8Array(0);
const NO_VECTORS = new Uint16Array(0);

/** Writes the program of a plan as data. */
export function columnsText(plan: TargetPlan): ColumnsText {
  const { outputs, cellCount } = plan;
  return { source: columnsSource(plan), layout: layoutOf(plan), outputs, cellCount };
}

/** Compiles a plan for rows side by side: what is in the plan's outputs is reckoned, and nothing else. */
export function compileColumns(plan: TargetPlan): ColumnsProgram {
  return loadColumns(columnsText(plan));
}

/** The program of a text, as the thread that runs it needs it. */
export function loadColumns({ source, layout, outputs, cellCount }: ColumnsText): ColumnsProgram {
  const loops = evaluate(source) as Loops;
  const columns = new ProgramColumns(layout);
  return {
    fields: layout.fields,
    outputs,
    newCarried: () => new Float64Array(layout.totals.length),
    newResults: (length) => ({
      outputs: outputs.map(() => new Float64Array(length)),
      valid: new Uint8Array(length),
    }),
    run: (chunk, vectors, carried, results) => {
      checkVectors(vectors, cellCount, chunk);
      const isWhole = columns.take(chunk) && !vectors.includes(NaN);
      const form =
        `${isWhole ? 'runWhole' : 'runPart'}${chunk.vectorOf === undefined ? '' : 'Vectors'}` as const;
      const { data, marks } = columns;
      const [starts, vectorOf] = [startsOf(layout, chunk), chunk.vectorOf ?? NO_VECTORS];
      // Stryker disable next-line EqualityOperator: a loop over no rows does nothing
      for (let first = 0; first < chunk.length; first += ROWS_A_CALL) {
        const end = Math.min(first + ROWS_A_CALL, chunk.length);
        const { outputs: into, valid } = results;
        loops[form](first, end, data, marks, starts, vectorOf, vectors, carried, into, valid);
      }
    },
  };
}

/** Where persons' years begin; a formula with running totals cannot do without. */
export function startsOf({ totals }: ProgramLayout, { starts }: ColumnChunk): Uint8Array {
  if (totals.length === 0) return NO_BYTES;
  return present(starts, 'marks of where the years of persons begin');
}

export function checkVectors(vectors: Vectors, cellCount: number, chunk: ColumnChunk): void {
  const count = cellCount === 0 ? 1 : vectors.length / cellCount;
  assert(Number.isInteger(count) && count > 0, `vectors of ${cellCount} cells`);
  const isKnown = chunk.vectorOf?.subarray(0, chunk.length).every((vector) => vector >= 0 && vector < count);
  assert(isKnown !== false || cellCount === 0, `rows take one of ${count} vectors`);
}

/**
 * The columns of one chunk after the other as a program takes them: always in the same two arrays, since a loop that
 * has met arrays of one kind is thrown away when it meets another, and long loops then go on in slower code.
 */
export class ProgramColumns {
  readonly data: ColumnData[];
  /** Marks of missing facts by column, of nothing missing where a column has none. */
  readonly marks: Uint8Array[];
  readonly #layout: ProgramLayout;
  #none = NO_BYTES;

  constructor(layout: ProgramLayout) {
    this.#layout = layout;
    // Stryker disable next-line ArrowFunction: they are filled before they are read
    this.data = layout.fields.map(() => NO_BYTES);
    // Stryker disable next-line ArrowFunction: they are filled before they are read
    this.marks = layout.fields.map(() => NO_BYTES);
  }

  /** @returns whether every fact is there */
  take({ columns, length }: ColumnChunk): boolean {
    // Stryker disable next-line ConditionalExpression,EqualityOperator: marks of nothing may be made anew
    if (this.#none.length < length) this.#none = new Uint8Array(length);
    let isWhole = true;
    for (const [at, { field }] of this.#layout.fields.entries()) {
      const { data, missing } = present(columns.get(field), `a column ${field}`);
      assert(data.length >= length, `the column ${field} has ${length} rows`);
      this.data[at] = data;
      this.marks[at] = missing ?? this.#none;
      isWhole &&= missing === undefined;
    }
    return isWhole;
  }
}
