import pg from 'pg';
import type { TargetPlan } from '#rules/targets/plan';
import { sqlTaskOf, type NumberColumn, type SqlResults, type SqlRows } from '#tests/support/sql-tables';

/** Rows that one statement brings in. */
const MOST_ROWS = 20_000;

/** Reckons rows with the SQL target on a PostgreSQL server, in tables that go with the connection. */
export async function runOnPostgres(url: string, plan: TargetPlan, rows: SqlRows): Promise<SqlResults> {
  const task = sqlTaskOf(plan, 'postgres', rows);
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    for (const { name, columns } of task.tables) await load(client, name, columns);
    for (const statement of task.prepare) await client.query(statement);
    await client.query('ANALYZE given_rows');
    // Compiling a long statement costs more than reckoning the rows of a test.
    await client.query('SET jit = off');
    const answer = await client.query<(string | number | null)[]>({ text: task.select, rowMode: 'array' });
    const numbers = task.outputs.map((_, at) => answer.rows.map((row) => wholeNumber(row[at + 1])));
    return { outputs: numbers, valid: answer.rows.map((row) => row.at(-1) === 1) };
  } finally {
    await client.end();
  }
}

async function load(client: pg.Client, name: string, columns: readonly NumberColumn[]): Promise<void> {
  const list = columns.map(({ column }) => `${column} BIGINT`).join(', ');
  await client.query(`CREATE TEMPORARY TABLE ${name} (${list})`);
  const arrays = columns.map((_, at) => `$${at + 1}::BIGINT[]`).join(', ');
  const length = columns[0]?.numbers.length ?? 0;
  for (let from = 0; from < length; from += MOST_ROWS) {
    await client.query(
      `INSERT INTO ${name} SELECT * FROM unnest(${arrays})`,
      columns.map(({ numbers }) => numbers.slice(from, from + MOST_ROWS)),
    );
  }
}

function wholeNumber(value: string | number | null | undefined): bigint | null {
  return value === null || value === undefined ? null : BigInt(value);
}
