import { CamelCasePlugin, Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import { CopyCursor } from '#storage/database/copy-cursor';
import { keepStatements } from '#storage/database/kept-statements';
import { ROLES, SCHEMA, type RoleName } from '#storage/database/roles';
import type { Tables } from '#storage/database/tables';
import { valueTypes } from '#storage/database/value-types';

/** Typed queries on a pool of connections; `destroy()` closes them. */
export type Database = Kysely<Tables>;

interface DatabaseConfig {
  readonly databaseUrl: string;
  /** Whose rights the queries have, whatever the login's own are. */
  readonly role: RoleName;
  readonly maxConnections?: number;
}

/** PostgreSQL's default allows 100 connections; a few programs must fit. */
const MAX_CONNECTIONS = 16;

/**
 * Opens a pool whose every connection takes the role, looks in our schema only and speaks UTC. Queries
 * of views look dearer than they are, and compiling them would cost more than it saves. Nothing is
 * connected yet; `migrateDatabase` comes first and says clearly what is wrong with a database.
 */
export function connectDatabase({ databaseUrl, role, maxConnections }: DatabaseConfig): Database {
  const session = `SET ROLE ${ROLES[role]}; SET search_path TO ${SCHEMA}; SET timezone TO 'UTC'; SET datestyle TO 'ISO, YMD'; SET jit TO off`;
  const pool = new pg.Pool({
    connectionString: databaseUrl,
    application_name: `tongchou-${role}`,
    max: maxConnections ?? MAX_CONNECTIONS,
    types: valueTypes(),
    onConnect: (client) => {
      // One that breaks between two statements of a transaction must not end the program: the next one fails.
      client.on('error', () => undefined);
      // pg-pool waits for the promise, although its type does not say so.
      return client.query(session) as unknown as undefined;
    },
  });
  // A connection that breaks while idle leaves the pool; the next query opens another or fails with the reason.
  pool.on('error', () => undefined);
  return new Kysely<Tables>({
    dialect: new PostgresDialect({ pool: keepStatements(pool), cursor: CopyCursor }),
    plugins: [new CamelCasePlugin()],
  });
}
