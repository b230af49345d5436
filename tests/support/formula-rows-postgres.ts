import type pg from 'pg';
import type { SqlEngine } from '#tests/support/formula-rows-sql';

/** Rows of one statement: arrays of this many doubles stay far below what a message may hold. */
const BATCH_ROWS = 20_000;

/** A connection to PostgreSQL as the trials of SQL use it. */
export function postgresEngine(client: pg.Client): SqlEngine {
  return {
    dialect: 'postgres',
    run: async (sql) => {
      await client.query(sql);
    },
    fill: async (table, columns) => {
      const arrays = columns.map((_, at) => `$${at + 1}::DOUBLE PRECISION[]`);
      const length = columns[0]?.length ?? 0;
      for (let from = 0; from < length; from += BATCH_ROWS) {
        await client.query(
          `INSERT INTO ${table} SELECT * FROM unnest(${arrays.join(', ')})`,
          columns.map((column) => `{${column.subarray(from, from + BATCH_ROWS).join(',')}}`),
        );
      }
      await client.query(`ANALYZE ${table}`);
    },
    read: async (sql, columns) => {
      const { rows } = await client.query<(number | null)[]>({ text: sql, rowMode: 'array' });
      return Array.from({ length: columns }, (_, at) => Float64Array.from(rows, (row) => row[at] ?? NaN));
    },
  };
}
