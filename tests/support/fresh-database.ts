import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, describe, inject } from 'vitest';
import { present } from '#kernel/assert';
import { connectDatabase, type Database } from '#storage/database/connect';
import type { RoleName } from '#storage/database/roles';
import { migrateDatabase } from '#storage/migrations/migrate';

/** A database of one test file alone. */
export interface FreshDatabase {
  /** The superuser's connection string. */
  readonly url: string;
  /** Queries with the rights of a role; closed when the database is dropped. */
  connect(role: RoleName): Database;
  drop(): Promise<void>;
}

/**
 * `describe` on a new, migrated database of the project's server, dropped afterwards; skipped when the machine
 * has no such server. Within a test, `database()` gives it.
 */
export function describeOnPostgres(title: string, body: (database: () => FreshDatabase) => void): void {
  const serverUrl = inject('databaseUrl');
  describe.skipIf(serverUrl === undefined)(title, () => {
    let database: FreshDatabase | undefined;
    beforeAll(async () => {
      database = await makeFreshDatabase(present(serverUrl, 'a server'));
      await migrateDatabase(database.url);
    });
    afterAll(async () => database?.drop());
    body(() => present(database, 'a fresh database'));
  });
}

/** A new, empty database on the server. */
export async function makeFreshDatabase(serverUrl: string): Promise<FreshDatabase> {
  const name = `test_${randomBytes(8).toString('hex')}`;
  await runOn(serverUrl, `CREATE DATABASE ${name}`);
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  const opened: Database[] = [];
  return {
    url: url.href,
    connect: (role) => {
      const database = connectDatabase({ databaseUrl: url.href, role, maxConnections: 4 });
      opened.push(database);
      return database;
    },
    drop: async () => {
      for (const database of opened) await database.destroy();
      await runOn(serverUrl, `DROP DATABASE ${name} WITH (FORCE)`);
    },
  };
}

/** Runs one statement on a connection of its own and gives its rows. */
export async function runOn<Row extends pg.QueryResultRow>(
  url: string,
  sql: string,
): Promise<readonly Row[]> {
  const client = new pg.Client({ connectionString: url });
  try {
    await client.connect();
    return (await client.query<Row>(sql)).rows;
  } finally {
    await client.end();
  }
}
