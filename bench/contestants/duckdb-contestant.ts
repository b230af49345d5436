import { DOUBLE, DuckDBDataChunk, DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';
import { repeat, type Contestant } from '#bench/contestants/contestant';
import type { Claims } from '#bench/rows/claims';
import { newResults, OUTPUTS, type Results } from '#bench/rows/results';
import { assert, present } from '#kernel/assert';
import type { TargetPlan } from '#rules/targets/plan';
import { emitSql } from '#rules/targets/sql';
import { SQL_KEYS, sqlColumnsOf, type SqlColumns } from '#rules/targets/sql-columns';

/** Rows that the engine's appender takes at once. */
const CHUNK_ROWS = 2048;

/**
 * The SQL target on DuckDB, on one thread like the loops, over a table in memory with the totals of the year as
 * window sums. What is timed is the sum of the outputs: every row is reckoned, and none has to be sent.
 */
export async function duckDbContestant(
  plan: TargetPlan,
  cells: Float64Array,
  claims: Claims,
): Promise<Contestant> {
  const instance = await DuckDBInstance.create(':memory:', { threads: '1' });
  const connection = await instance.connect();
  const columns = sqlColumnsOf(plan);
  await fillRows(connection, columns, claims);
  await fillVector(connection, columns, cells);
  const sql = emitSql(plan, 'duckdb', { rows: 'given_rows', vectors: 'given_vectors', totals: 'windowed' });
  const outputs = columns.outputs.map(({ column }) => column);
  const summed = `SELECT ${outputs.map((each) => `sum(${each})`).join(', ')} FROM (${sql}) AS reckoned`;
  return {
    key: 'duckdb',
    rows: claims.length,
    results: () => readResults(connection, columns, sql, claims.length),
    run: (seconds) =>
      repeat(claims.length, seconds, async () => {
        await connection.run(summed);
      }),
    close: () => {
      connection.closeSync();
      instance.closeSync();
    },
  };
}

async function fillRows(connection: DuckDBConnection, { fields }: SqlColumns, claims: Claims): Promise<void> {
  const { row, person, year, sequence, vector } = SQL_KEYS;
  const ids = Float64Array.from({ length: claims.length }, (_, at) => at);
  let persons = 0;
  const personOf = Float64Array.from(claims.starts, (start) => (persons += start));
  const facts = fields.map(({ field }) => claims[field as Exclude<keyof Claims, 'length'>]);
  await fill(connection, 'raw_rows', [ids, personOf, ...facts]);
  const typed = fields.map(({ column, type }, at) => {
    const raw = `x${at + 2}::BIGINT`;
    if (type === 'DATE') return `DATE '1970-01-01' + ${raw}::INTEGER AS ${column}`;
    return type === 'BOOLEAN' ? `${raw} = 1 AS ${column}` : `${raw} AS ${column}`;
  });
  await connection.run(
    `CREATE TABLE given_rows AS SELECT x0::BIGINT AS ${row}, x1::BIGINT AS ${person}, 2025::BIGINT AS ${year},
     x0::BIGINT AS ${sequence}, 0::BIGINT AS ${vector}, ${typed.join(', ')} FROM raw_rows`,
  );
  await connection.run('DROP TABLE raw_rows');
}

async function fillVector(
  connection: DuckDBConnection,
  columns: SqlColumns,
  cells: Float64Array,
): Promise<void> {
  const list = columns.cells.map(({ column, type, offset, keys }) => {
    const size = keys.reduce((product, options) => product * options.length, 1);
    const figures = [...cells.subarray(offset, offset + size)].join(', ');
    return `${type === 'BIGINT' ? `${figures}::BIGINT` : `[${figures}]::BIGINT[]`} AS ${column}`;
  });
  await connection.run(
    `CREATE TABLE given_vectors AS SELECT 0::BIGINT AS ${SQL_KEYS.vector}, ${list.join(', ')}`,
  );
}

async function fill(
  connection: DuckDBConnection,
  table: string,
  columns: readonly (Float64Array | Int32Array | Uint8Array)[],
): Promise<void> {
  await connection.run(`CREATE TABLE ${table} (${columns.map((_, at) => `x${at} DOUBLE`).join(', ')})`);
  const appender = await connection.createAppender(table);
  const length = present(columns[0], 'a column').length;
  for (let from = 0; from < length; from += CHUNK_ROWS) {
    const chunk = DuckDBDataChunk.create(columns.map(() => DOUBLE));
    chunk.setColumns(columns.map((column) => [...column.subarray(from, from + CHUNK_ROWS)]));
    appender.appendDataChunk(chunk);
  }
  appender.closeSync();
}

async function readResults(
  connection: DuckDBConnection,
  { outputs }: SqlColumns,
  sql: string,
  length: number,
): Promise<Results> {
  const wanted = outputs.map(({ column }) => column).join(', ');
  const reader = await connection.runAndReadAll(
    `SELECT ${wanted}, ${SQL_KEYS.valid} FROM (${sql}) AS reckoned ORDER BY ${SQL_KEYS.row}`,
  );
  const read = reader.getColumns();
  const valid = present(read[outputs.length], 'the column of validity');
  assert(valid.length === length, `DuckDB gives ${valid.length} rows`);
  const results = newResults(length);
  OUTPUTS.forEach((output, at) => {
    const column = present(read[at], output);
    for (let row = 0; row < length; row += 1) {
      results[output][row] = valid[row] === true ? Number(column[row]) : NaN;
    }
  });
  return results;
}
