import type pg from 'pg';
import { DatabaseError } from '#storage/database/database-error';
import { logIn } from '#storage/database/login';
import { ensureRoles, hasState, ROLES, SCHEMA, takeRole } from '#storage/database/roles';
import { findUnfit, type AppliedMigration } from '#storage/migrations/find-unfit';
import { migrationHash, MIGRATIONS, type Migration } from '#storage/migrations/migration';

/** Held while migrating, so that programs started together do it one after the other; any fixed number will do. */
const MIGRATION_LOCK = 7_203_114_001n;

/**
 * Brings the database to this program's schema: roles, schema, and every migration not yet applied, each in a
 * transaction of its own. Does nothing when all are applied; then the login need not be the migrator.
 * @throws DatabaseError as `logIn`, and `database_roles_forbidden`, `database_schema_forbidden`,
 *   `migration_changed`, `migration_unknown`, `migration_failed`
 */
export async function migrateDatabase(databaseUrl: string, migrations = MIGRATIONS): Promise<void> {
  const client = await logIn(databaseUrl);
  try {
    await client.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK]);
    await ensureRoles(client);
    const applied = await readApplied(client);
    const unfit = findUnfit(applied, migrations);
    if (unfit !== undefined) throw new DatabaseError(unfit);
    const pending = migrations.slice(applied.length);
    if (pending.length === 0) return;
    if (applied.length === 0) await prepareSchema(client);
    await takeRole(client, 'migrator');
    for (const migration of pending) await apply(client, migration);
  } finally {
    await client.end();
  }
}

async function readApplied(client: pg.Client): Promise<readonly AppliedMigration[]> {
  const found = await client.query(
    `SELECT 1 FROM pg_class AS c JOIN pg_namespace AS n ON n.oid = c.relnamespace
     WHERE n.nspname = $1 AND c.relname = 'schema_migration'`,
    [SCHEMA],
  );
  if (found.rows.length === 0) return [];
  await takeRole(client, 'application');
  const { rows } = await client.query<AppliedMigration>(
    `SELECT number, name, sha256 FROM ${SCHEMA}.schema_migration ORDER BY number`,
  );
  await client.query('RESET ROLE');
  return rows;
}

/** The schema, owned by the migrator, and the memory of what was applied: both or neither. */
async function prepareSchema(client: pg.Client): Promise<void> {
  await client.query('BEGIN');
  try {
    const { rows } = await client.query('SELECT 1 FROM pg_namespace WHERE nspname = $1', [SCHEMA]);
    if (rows.length === 0) await client.query(`CREATE SCHEMA ${SCHEMA} AUTHORIZATION ${ROLES.migrator}`);
    await takeRole(client, 'migrator');
    await client.query(`
      CREATE TABLE IF NOT EXISTS ${SCHEMA}.schema_migration (
        number integer PRIMARY KEY CHECK (number >= 1),
        name text NOT NULL,
        sha256 text NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
        applied_at timestamptz NOT NULL DEFAULT clock_timestamp()
      );
      GRANT USAGE ON SCHEMA ${SCHEMA} TO ${ROLES.application}, ${ROLES.auditor};
      GRANT SELECT ON ${SCHEMA}.schema_migration TO ${ROLES.application}, ${ROLES.auditor};`);
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK');
    throw hasState(error, '42501') ? await schemaForbidden(client, error) : error;
  }
}

async function apply(client: pg.Client, migration: Migration): Promise<void> {
  const { number, name } = migration;
  await client.query('BEGIN');
  try {
    await client.query(`SET LOCAL search_path TO ${SCHEMA}`);
    await client.query(migration.sql);
    await client.query(`INSERT INTO ${SCHEMA}.schema_migration (number, name, sha256) VALUES ($1, $2, $3)`, [
      number,
      name,
      migrationHash(migration),
    ]);
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK');
    throw migrationFailed(migration, error);
  }
}

function migrationFailed({ number, name }: Migration, cause: unknown): DatabaseError {
  const reason = cause instanceof Error ? cause.message : String(cause);
  return new DatabaseError(
    {
      code: 'migration_failed',
      at: `${number} ${name}`,
      what: {
        zh: `数据库升级第 ${number} 步失败并已整体撤销：${reason}`,
        en: `migration ${number} failed and was undone whole: ${reason}`,
      },
      next: { zh: '按原因处理后重新启动', en: 'put the reason right and start again' },
    },
    cause,
  );
}

async function schemaForbidden(client: pg.Client, cause: unknown): Promise<DatabaseError> {
  const { rows } = await client.query<{ login: string }>('SELECT quote_ident(session_user) AS login');
  const login = rows[0]?.login ?? '';
  const command = `CREATE SCHEMA ${SCHEMA} AUTHORIZATION ${ROLES.migrator};`;
  return new DatabaseError(
    {
      code: 'database_schema_forbidden',
      at: SCHEMA,
      what: {
        zh: `数据库用户 ${login} 无权建立模式 ${SCHEMA}，或该模式不属于 ${ROLES.migrator}`,
        en: `the database user ${login} may not make the schema ${SCHEMA}, or it is not owned by ${ROLES.migrator}`,
      },
      next: {
        zh: `请数据库管理员执行：${command}（已存在则 ALTER SCHEMA ${SCHEMA} OWNER TO ${ROLES.migrator};）`,
        en: `have the database administrator run: ${command} (or, if it exists, ALTER SCHEMA ${SCHEMA} OWNER TO ${ROLES.migrator};)`,
      },
    },
    cause,
  );
}
