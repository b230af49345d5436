import pg from 'pg';
import { DatabaseError } from '#storage/database/database-error';

/** The schema that holds everything of ours. */
export const SCHEMA = 'tongchou';

/** Group roles, none of which can log in: who owns the schema, who works with it, who reads it. */
export const ROLES = {
  migrator: 'tongchou_migrator',
  application: 'tongchou_application',
  auditor: 'tongchou_auditor',
} as const;

export type RoleName = keyof typeof ROLES;

/** SQL states of a role that someone else has made in the same moment. */
const MADE_MEANWHILE = ['42710', '23505'];
const FORBIDDEN = '42501';

/**
 * Makes the roles that are missing and lets the login take those it works with, as far as the login may.
 * @throws DatabaseError `database_roles_forbidden` when a role is missing and the login may not make it, or the
 *   login may not take the application's role
 */
export async function ensureRoles(client: pg.Client): Promise<void> {
  for (const role of Object.values(ROLES)) await makeRole(client, role);
  for (const role of Object.values(ROLES)) {
    if (!(await canTake(client, role))) await grantToSelf(client, role);
  }
  if (!(await canTake(client, ROLES.application))) throw await rolesForbidden(client);
}

/**
 * Acts with the role's rights from here on.
 * @throws DatabaseError `database_roles_forbidden` when the login may not
 */
export async function takeRole(client: pg.Client, role: RoleName): Promise<void> {
  if (!(await canTake(client, ROLES[role]))) throw await rolesForbidden(client);
  await client.query(`SET ROLE ${ROLES[role]}`);
}

async function makeRole(client: pg.Client, role: string): Promise<void> {
  const found = await client.query('SELECT 1 FROM pg_roles WHERE rolname = $1', [role]);
  if (found.rows.length > 0) return;
  try {
    await client.query(`CREATE ROLE ${role} NOLOGIN`);
  } catch (error) {
    if (hasState(error, FORBIDDEN)) throw await rolesForbidden(client, error);
    if (!MADE_MEANWHILE.some((state) => hasState(error, state))) throw error;
  }
}

async function canTake(client: pg.Client, role: string): Promise<boolean> {
  const { rows } = await client.query<{ can: boolean }>(
    `SELECT pg_has_role(session_user, $1, CASE WHEN current_setting('server_version_num')::int >= 160000
       THEN 'SET' ELSE 'MEMBER' END) AS can`,
    [role],
  );
  return rows[0]?.can === true;
}

/** Whether it worked is asked afterwards: a login without the right may already be a member, or need not be. */
async function grantToSelf(client: pg.Client, role: string): Promise<void> {
  try {
    await client.query(`GRANT ${role} TO SESSION_USER`);
  } catch (error) {
    if (!hasState(error, FORBIDDEN)) throw error;
  }
}

export function hasState(error: unknown, state: string): boolean {
  return error instanceof pg.DatabaseError && error.code === state;
}

async function rolesForbidden(client: pg.Client, cause?: unknown): Promise<DatabaseError> {
  const { rows } = await client.query<{ login: string; database: string }>(
    'SELECT quote_ident(session_user) AS login, quote_ident(current_database()) AS database',
  );
  const { login = '', database = '' } = rows[0] ?? {};
  const commands = [
    ...Object.values(ROLES).map((role) => `CREATE ROLE ${role} NOLOGIN;`),
    `GRANT ${Object.values(ROLES).join(', ')} TO ${login};`,
    `GRANT CREATE ON DATABASE ${database} TO ${login};`,
  ].join(' ');
  return new DatabaseError(
    {
      code: 'database_roles_forbidden',
      at: login,
      what: {
        zh: `数据库用户 ${login} 无权建立或使用角色 ${Object.values(ROLES).join('、')}`,
        en: `the database user ${login} may not make or take the roles ${Object.values(ROLES).join(', ')}`,
      },
      next: {
        zh: `请数据库管理员执行（已有的角色略去）：${commands}`,
        en: `have the database administrator run (leaving out roles that exist): ${commands}`,
      },
    },
    cause,
  );
}
