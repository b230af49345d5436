import { createHash } from 'node:crypto';
import { sql, type PostgresPool, type PostgresPoolClient } from 'kysely';
import type pg from 'pg';

const MARK = '/* kept */';

/**
 * Begins a statement whose plan each connection is to keep: planning a short one takes as long as running it. The text
 * must be one of few, since a connection keeps each that it meets for as long as it lives.
 */
export const KEPT = sql.raw(`${MARK} `);

/** The pool as Kysely is to see it, which has no word for prepared statements: those that begin with `KEPT` are named. */
export function keepStatements(pool: pg.Pool): PostgresPool {
  // Kysely remembers its connections by these objects, so that each client must have one.
  const seen = new WeakMap<pg.PoolClient, PostgresPoolClient>();
  const names = new Map<string, string>();
  const nameOf = (text: string): string => {
    const name = names.get(text) ?? createHash('sha256').update(text).digest('hex').slice(0, 32);
    names.set(text, name);
    return name;
  };
  const keeping = (client: pg.PoolClient): PostgresPoolClient => {
    const query = (text: string, values?: unknown[]): unknown =>
      typeof text === 'string' && text.startsWith(MARK)
        ? client.query({ name: nameOf(text), text, values: values ?? [] })
        : client.query(text, values);
    return { query: query as PostgresPoolClient['query'], release: () => client.release() };
  };
  return {
    connect: async () => {
      const client = await pool.connect();
      const known = seen.get(client) ?? keeping(client);
      seen.set(client, known);
      return known;
    },
    end: () => pool.end(),
  };
}
