import { DOUBLE, DuckDBDataChunk, type DuckDBConnection } from '@duckdb/node-api';
import type { SqlEngine } from '#tests/support/formula-rows-sql';

/** What one chunk of the engine holds. */
const CHUNK_ROWS = 2048;

/** A connection to DuckDB as the trials of SQL use it. */
export function duckDbEngine(connection: DuckDBConnection): SqlEngine {
  return {
    dialect: 'duckdb',
    run: async (sql) => {
      await connection.run(sql);
    },
    fill: async (table, columns) => {
      const appender = await connection.createAppender(table);
      const length = columns[0]?.length ?? 0;
      for (let from = 0; from < length; from += CHUNK_ROWS) {
        const chunk = DuckDBDataChunk.create(columns.map(() => DOUBLE));
        chunk.setColumns(columns.map((column) => [...column.subarray(from, from + CHUNK_ROWS)]));
        appender.appendDataChunk(chunk);
      }
      appender.closeSync();
    },
    read: async (sql, columns) => {
      const reader = await connection.runAndReadAll(sql);
      const read = reader.getColumns();
      return Array.from({ length: columns }, (_, at) => (read[at] ?? []).map(Number));
    },
  };
}
