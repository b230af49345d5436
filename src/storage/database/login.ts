import pg from 'pg';
import { DatabaseError } from '#storage/database/database-error';
import { findUnsupported } from '#storage/database/server-facts';
import { valueTypes } from '#storage/database/value-types';

/** SQL states of a login that the server knows and refuses (class 28), and of a database that is not there. */
const LOGIN_STATES = /^(28|3D000|42501)/;

/**
 * Connects with the login of the connection string and checks that the server will do. The caller ends it.
 * @throws DatabaseError `database_unreachable`, `database_login_refused`, `database_too_old`, `database_not_utf8`
 */
export async function logIn(databaseUrl: string): Promise<pg.Client> {
  const client = await connected(databaseUrl);
  try {
    await assertServer(client, describeUrl(databaseUrl));
    return client;
  } catch (error) {
    await client.end();
    throw error;
  }
}

/** Server and database of a connection string, for people: never the password. */
export function describeUrl(databaseUrl: string): string {
  if (!URL.canParse(databaseUrl)) return 'DATABASE_URL';
  const { hostname, port, pathname, searchParams } = new URL(databaseUrl);
  const server = searchParams.get('host') ?? `${hostname}${port === '' ? '' : `:${port}`}`;
  return `${server}${pathname}`;
}

async function connected(databaseUrl: string): Promise<pg.Client> {
  try {
    const client = new pg.Client({
      connectionString: databaseUrl,
      application_name: 'tongchou-migrator',
      types: valueTypes(),
    });
    await client.connect();
    return client;
  } catch (error) {
    throw connectionError(describeUrl(databaseUrl), error);
  }
}

function connectionError(at: string, error: unknown): DatabaseError {
  const reason = reasonOf(error);
  if (error instanceof pg.DatabaseError && LOGIN_STATES.test(error.code ?? '')) {
    return new DatabaseError(
      {
        code: 'database_login_refused',
        at,
        what: { zh: `数据库拒绝登录：${reason}`, en: `the database refused the login: ${reason}` },
        next: {
          zh: '检查 DATABASE_URL 中的用户名、口令与数据库名',
          en: 'check user, password and database name in DATABASE_URL',
        },
      },
      error,
    );
  }
  return new DatabaseError(
    {
      code: 'database_unreachable',
      at,
      what: { zh: `无法连接数据库：${reason}`, en: `the database cannot be reached: ${reason}` },
      next: {
        zh: '检查 DATABASE_URL（postgresql://用户:口令@主机:端口/数据库）以及数据库是否在运行',
        en: 'check DATABASE_URL (postgresql://user:password@host:port/database) and that the database runs',
      },
    },
    error,
  );
}

/** A refused connection to a name with several addresses is an AggregateError without a message of its own. */
function reasonOf(error: unknown): string {
  if (error instanceof AggregateError) return error.errors.map(reasonOf).join('; ');
  return error instanceof Error ? error.message : String(error);
}

async function assertServer(client: pg.Client, at: string): Promise<void> {
  const { rows } = await client.query<{ versionNumber: string; encoding: string }>(
    `SELECT current_setting('server_version_num') AS "versionNumber",
       current_setting('server_encoding') AS encoding`,
  );
  const [facts] = rows;
  const unsupported = facts === undefined ? undefined : findUnsupported(facts, at);
  if (unsupported !== undefined) throw new DatabaseError(unsupported);
}
