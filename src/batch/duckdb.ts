import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';

/**
 * A database in memory of its own, closed when the work is done. Rows that stream over one connection end with
 * the next statement on it; what is to be written meanwhile takes the other.
 */
export async function withDuckDb<T>(
  settings: Readonly<Record<string, string>>,
  work: (connection: DuckDBConnection, other: DuckDBConnection) => Promise<T>,
): Promise<T> {
  const instance = await DuckDBInstance.create(':memory:', { ...settings });
  try {
    const connections = [await instance.connect(), await instance.connect()] as const;
    try {
      return await work(...connections);
    } finally {
      for (const connection of connections) connection.closeSync();
    }
  } finally {
    instance.closeSync();
  }
}

/** The rows of a small query, each an object of its columns. */
export async function rowsOf(
  connection: DuckDBConnection,
  sql: string,
): Promise<readonly Readonly<Record<string, unknown>>[]> {
  const reader = await connection.runAndReadAll(sql);
  return reader.getRowObjects();
}
