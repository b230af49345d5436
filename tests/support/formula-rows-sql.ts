import { encodeVector } from '#rules/targets/encode-vector';
import { sizeOf } from '#rules/targets/plan';
import type { ColumnChunk, ColumnResults } from '#rules/targets/rows';
import { emitSql } from '#rules/targets/sql';
import { SQL_KEYS, sqlColumnsOf } from '#rules/targets/sql-columns';
import type { SqlDialect } from '#rules/targets/sql-dialect';
import type { TrialPlan } from '#tests/support/formula-rows-story';
import { emptyResults } from '#tests/support/formula-rows-targets';

/** A database for one trial: tables of doubles are read in, NaN where a fact is missing. */
export interface SqlEngine {
  readonly dialect: SqlDialect;
  readonly run: (sql: string) => Promise<void>;
  /** Fills a table of DOUBLE columns. */
  readonly fill: (table: string, columns: readonly Float64Array[]) => Promise<void>;
  /** Rows of a query of doubles, column by column. */
  readonly read: (sql: string, columns: number) => Promise<readonly ArrayLike<number>[]>;
}

const STAGED = 'trial_staged';
const ROWS = 'trial_rows';
const VECTORS = 'trial_vectors';
const KEYS = [SQL_KEYS.row, SQL_KEYS.person, SQL_KEYS.year, SQL_KEYS.sequence, SQL_KEYS.vector];

/** Runs a trial's rows through the SQL of its plan, with running totals summed up over each person's year. */
export async function runSql(
  engine: SqlEngine,
  trial: TrialPlan,
  chunk: ColumnChunk,
): Promise<ColumnResults> {
  const { plan, fields } = trial;
  const columns = sqlColumnsOf(plan);
  const staged = [...KEYS, ...columns.fields.map(({ column }) => column)];
  for (const table of [STAGED, ROWS, VECTORS]) await engine.run(`DROP TABLE IF EXISTS ${table}`);
  await engine.run(`CREATE TABLE ${STAGED} (${staged.map((name) => `${name} DOUBLE PRECISION`).join(', ')})`);
  await engine.fill(STAGED, [...keyColumns(chunk), ...fields.map(({ field }) => doubles(chunk, field))]);
  const facts = columns.fields.map(({ column, type }) => `${factText(column, type)} AS ${column}`);
  const keys = KEYS.map((key) => `${key}::BIGINT AS ${key}`);
  await engine.run(`CREATE TABLE ${ROWS} AS SELECT ${[...keys, ...facts].join(', ')} FROM ${STAGED}`);
  await engine.run(vectorsText(engine.dialect, trial));
  const sql = emitSql(plan, engine.dialect, { rows: ROWS, vectors: VECTORS, totals: 'windowed' });
  const outputs = columns.outputs.map(({ column, unit }) =>
    unit === 'truth' ? `${column}::INT::DOUBLE PRECISION` : `${column}::DOUBLE PRECISION`,
  );
  const wanted = [...outputs, `${SQL_KEYS.valid}::INT::DOUBLE PRECISION`];
  const read = await engine.read(
    `SELECT ${wanted.join(', ')} FROM (${sql}) AS t ORDER BY ${SQL_KEYS.row}`,
    wanted.length,
  );
  const results = emptyResults(trial, chunk.length);
  results.outputs.forEach((output, at) => output.set(read[at] ?? []));
  results.valid.set(read.at(-1) ?? []);
  return results;
}

function keyColumns({ length, starts, vectorOf }: ColumnChunk): readonly Float64Array[] {
  let person = 0;
  const persons = Float64Array.from({ length }, (_, row) => (person += starts?.[row] ?? 1));
  const rows = Float64Array.from({ length }, (_, row) => row);
  const vectors = Float64Array.from({ length }, (_, row) => vectorOf?.[row] ?? 0);
  return [rows, persons, new Float64Array(length), rows, vectors];
}

function doubles({ length, columns }: ColumnChunk, field: string): Float64Array {
  const column = columns.get(field);
  return Float64Array.from({ length }, (_, row) =>
    column?.missing?.[row] === 1 ? NaN : (column?.data[row] ?? NaN),
  );
}

/** PostgreSQL and DuckDB alike hold NaN equal to itself. */
function factText(column: string, type: 'BIGINT' | 'DATE' | 'BOOLEAN'): string {
  const missing = `CASE WHEN ${column} <> 'NaN'::DOUBLE PRECISION THEN`;
  if (type === 'DATE') return `${missing} DATE '1970-01-01' + ${column}::INT END`;
  return type === 'BOOLEAN' ? `${missing} ${column} = 1 END` : `${missing} ${column}::BIGINT END`;
}

function vectorsText(dialect: SqlDialect, { plan, vectors }: TrialPlan): string {
  const { cells } = sqlColumnsOf(plan);
  const [open, close] = dialect === 'duckdb' ? ['[', ']'] : ['{', '}'];
  const rows = vectors.map(([, vector], at) => {
    const encoded = encodeVector(plan, vector).cells;
    const values = cells.map(({ column, type, offset, keys }) => {
      const held = [...encoded.subarray(offset, offset + sizeOf(keys))];
      const texts = held.map((cell) => (Number.isNaN(cell) ? 'NULL' : `${cell}`));
      const value = type === 'BIGINT' ? texts[0] : `'${open}${texts.join(',')}${close}'`;
      return `${value}::${type} AS ${column}`;
    });
    return `SELECT ${[`${at}::BIGINT AS ${SQL_KEYS.vector}`, ...values].join(', ')}`;
  });
  return `CREATE TABLE ${VECTORS} AS ${rows.join(' UNION ALL ')}`;
}
