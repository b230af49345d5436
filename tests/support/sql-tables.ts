import { present } from '#kernel/assert';
import type { TargetPlan } from '#rules/targets/plan';
import type { ColumnChunk, ColumnResults } from '#rules/targets/rows';
import { emitSql, type SqlOptions } from '#rules/targets/sql';
import { SQL_KEYS, sqlColumnsOf, type SqlOutput } from '#rules/targets/sql-columns';
import type { SqlDialect } from '#rules/targets/sql-dialect';

/** A column of whole numbers, null where there is none. */
export interface NumberColumn {
  readonly column: string;
  readonly numbers: readonly (bigint | null)[];
}

/** What an engine is to reckon: columns to be loaded as they are, statements that make of them what the plan reads. */
export interface SqlTask {
  readonly tables: readonly { readonly name: string; readonly columns: readonly NumberColumn[] }[];
  readonly prepare: readonly string[];
  /** Gives the row's key, the outputs as whole numbers and 1 where the row is valid, in the order of the rows. */
  readonly select: string;
  readonly outputs: readonly SqlOutput[];
  /** The statement itself, as it was written. */
  readonly sql: string;
}

export interface SqlRows {
  readonly chunk: ColumnChunk;
  /** Several vectors of values, each `cellCount` long. */
  readonly vectors: Float64Array;
  /** Running totals before each row; without them they are summed up by the engine. */
  readonly totals?: ReadonlyMap<string, readonly (bigint | null)[]>;
}

/** Results as engines give them: exact, whatever their size. */
export interface SqlResults {
  readonly outputs: readonly (readonly (bigint | null)[])[];
  readonly valid: readonly boolean[];
}

/** The tables and the statement that reckon a chunk of rows. */
export function sqlTaskOf(plan: TargetPlan, dialect: SqlDialect, rows: SqlRows): SqlTask {
  const { outputs } = sqlColumnsOf(plan);
  const options: SqlOptions = {
    rows: 'given_rows',
    vectors: 'given_vectors',
    totals: rows.totals === undefined ? 'windowed' : 'given',
  };
  const sql = emitSql(plan, dialect, options);
  const numbers = outputs.map(({ column, unit }) => {
    if (unit === 'date') return `(${column} - DATE '1970-01-01') AS ${column}`;
    return unit === 'truth' ? `${column}::INTEGER AS ${column}` : column;
  });
  const list = [SQL_KEYS.row, ...numbers, `${SQL_KEYS.valid}::INTEGER AS ${SQL_KEYS.valid}`].join(', ');
  return {
    tables: [
      { name: 'raw_rows', columns: rowColumns(plan, rows) },
      { name: 'raw_vectors', columns: vectorColumns(plan, rows.vectors) },
    ],
    prepare: [prepareRows(plan, rows), prepareVectors(plan)],
    select: `SELECT ${list} FROM (${sql}) AS reckoned ORDER BY ${SQL_KEYS.row}`,
    outputs,
    sql,
  };
}

/** An engine's answer, row by row, as the columns of the other targets; nothing wide may be among it. */
export function columnResultsOf({ outputs, valid }: SqlResults): ColumnResults {
  return {
    outputs: outputs.map((column) =>
      Float64Array.from(column, (number, row) => (valid[row] === true ? Number(number) : 0)),
    ),
    valid: Uint8Array.from(valid, Number),
  };
}

function rowColumns(plan: TargetPlan, { chunk, totals }: SqlRows): readonly NumberColumn[] {
  const { fields, totals: wanted } = sqlColumnsOf(plan);
  const rows = Array.from({ length: chunk.length }, (_, row) => row);
  const column = (name: string, at: (row: number) => number | null): NumberColumn => ({
    column: name,
    numbers: rows.map((row) => {
      const number = at(row);
      return number === null || Number.isNaN(number) ? null : BigInt(number);
    }),
  });
  let person = 0;
  const persons = rows.map((row) => {
    person += chunk.starts?.[row] ?? 0;
    return person;
  });
  return [
    column(SQL_KEYS.row, (row) => row),
    column(SQL_KEYS.person, (row) => persons[row] ?? 0),
    column(SQL_KEYS.year, () => 2024),
    column(SQL_KEYS.sequence, (row) => row),
    column(SQL_KEYS.vector, (row) => chunk.vectorOf?.[row] ?? 0),
    ...fields.map(({ field, column: name }) => {
      const { data, missing } = present(chunk.columns.get(field), field);
      return column(name, (row) => (missing?.[row] === 1 ? null : (data[row] ?? null)));
    }),
    ...(totals === undefined
      ? []
      : wanted.map(({ total, column: name }) => ({
          column: name,
          numbers: present(totals.get(total), total),
        }))),
  ];
}

/** Cells one by one: engines differ in how an array is handed to them, not in how it is written. */
function vectorColumns({ cellCount }: TargetPlan, vectors: Float64Array): readonly NumberColumn[] {
  const count = cellCount === 0 ? 1 : vectors.length / cellCount;
  const ids = Array.from({ length: count }, (_, id) => id);
  return [
    { column: SQL_KEYS.vector, numbers: ids.map(BigInt) },
    ...Array.from({ length: cellCount }, (_, cell) => ({
      column: `cell${cell}`,
      numbers: ids.map((id) => {
        const number = vectors[id * cellCount + cell] ?? Number.NaN;
        return Number.isNaN(number) ? null : BigInt(number);
      }),
    })),
  ];
}

function prepareRows(plan: TargetPlan, { totals }: SqlRows): string {
  const { fields, totals: wanted } = sqlColumnsOf(plan);
  const { row, person, year, sequence, vector } = SQL_KEYS;
  const facts = fields.map(({ column, type }) => {
    if (type === 'DATE') return `DATE '1970-01-01' + ${column}::INTEGER AS ${column}`;
    return type === 'BOOLEAN' ? `${column} = 1 AS ${column}` : column;
  });
  const given = totals === undefined ? [] : wanted.map(({ column }) => column);
  const list = [row, person, year, sequence, vector, ...facts, ...given].join(', ');
  return `CREATE TEMPORARY TABLE given_rows AS SELECT ${list} FROM raw_rows`;
}

function prepareVectors(plan: TargetPlan): string {
  const cells = sqlColumnsOf(plan).cells.map(({ column, type, offset, keys }) => {
    const size = keys.reduce((product, options) => product * options.length, 1);
    const list = Array.from({ length: size }, (_, at) => `cell${offset + at}`).join(', ');
    return type === 'BIGINT' ? `${list} AS ${column}` : `ARRAY[${list}]::BIGINT[] AS ${column}`;
  });
  return `CREATE TEMPORARY TABLE given_vectors AS SELECT ${[SQL_KEYS.vector, ...cells].join(', ')} FROM raw_vectors`;
}
