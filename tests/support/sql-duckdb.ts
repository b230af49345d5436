import { BIGINT, DuckDBDataChunk, DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';
import type { TargetPlan } from '#rules/targets/plan';
import { sqlTaskOf, type NumberColumn, type SqlResults, type SqlRows } from '#tests/support/sql-tables';

/** Rows that the engine takes at once. */
const MOST_ROWS = 2048;

/** Reckons rows with the SQL target on a DuckDB in memory of its own. */
export async function runOnDuckDb(plan: TargetPlan, rows: SqlRows): Promise<SqlResults> {
  const task = sqlTaskOf(plan, 'duckdb', rows);
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  try {
    for (const { name, columns } of task.tables) await load(connection, name, columns);
    for (const statement of task.prepare) await connection.run(statement);
    const reader = await connection.runAndReadAll(task.select);
    const [, ...columns] = reader.getColumns();
    const numbers = columns.map((column) => column.map(wholeNumber));
    return { outputs: numbers.slice(0, -1), valid: (numbers.at(-1) ?? []).map((number) => number === 1n) };
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}

async function load(
  connection: DuckDBConnection,
  name: string,
  columns: readonly NumberColumn[],
): Promise<void> {
  const list = columns.map(({ column }) => `${column} BIGINT`).join(', ');
  await connection.run(`CREATE TEMPORARY TABLE ${name} (${list})`);
  const appender = await connection.createAppender(name);
  const length = columns[0]?.numbers.length ?? 0;
  for (let from = 0; from < length; from += MOST_ROWS) {
    const chunk = DuckDBDataChunk.create(columns.map(() => BIGINT));
    chunk.setColumns(columns.map(({ numbers }) => numbers.slice(from, from + MOST_ROWS)));
    appender.appendDataChunk(chunk);
  }
  appender.closeSync();
}

function wholeNumber(value: unknown): bigint | null {
  if (typeof value === 'number' || typeof value === 'bigint') return BigInt(value);
  if (value === null) return null;
  throw new TypeError(`a whole number, found ${typeof value}`);
}
