import { afterEach, describe, expect, inject, test } from 'vitest';
import { present } from '#kernel/assert';
import { connectDatabase } from '#storage/database/connect';
import { migrateDatabase } from '#storage/migrations/migrate';
import { MIGRATIONS, type Migration } from '#storage/migrations/migration';
import { createRunStore } from '#storage/run-store';
import { makeFreshDatabase, runOn, type FreshDatabase } from '#tests/support/fresh-database';
import { refusalOf } from '#tests/support/refusal-of';

const serverUrl = inject('databaseUrl');
const next: Migration = {
  number: MIGRATIONS.length + 1,
  name: 'next',
  sql: 'CREATE TABLE next (id bigint PRIMARY KEY);',
};

describe.skipIf(serverUrl === undefined)('migrations', () => {
  const made: FreshDatabase[] = [];
  const logins: string[] = [];
  afterEach(async () => {
    for (const database of made.splice(0)) await database.drop();
    for (const login of logins.splice(0)) await runOn(present(serverUrl, 'a server'), `DROP ROLE ${login}`);
  });
  const makeDatabase = async (): Promise<FreshDatabase> => {
    const database = await makeFreshDatabase(present(serverUrl, 'a server'));
    made.push(database);
    return database;
  };
  const makeLogin = async (database: FreshDatabase, rights: string): Promise<string> => {
    const login = `login_${logins.length}_${new URL(database.url).pathname.slice(1)}`;
    await runOn(
      database.url,
      `CREATE ROLE ${login} LOGIN PASSWORD 'secret'; ${rights.replaceAll('LOGIN', login)}`,
    );
    logins.push(login);
    const url = new URL(database.url);
    url.username = login;
    url.password = 'secret';
    return url.href;
  };
  const databaseOf = (database: FreshDatabase): string => new URL(database.url).pathname.slice(1);
  const applied = (url: string): Promise<readonly { number: number }[]> =>
    runOn(url, 'SELECT number FROM tongchou.schema_migration ORDER BY number');

  test('are applied once, in order, also when many programs start together', async () => {
    const { url } = await makeDatabase();
    await Promise.all(Array.from({ length: 4 }, () => migrateDatabase(url, [...MIGRATIONS, next])));
    await migrateDatabase(url, [...MIGRATIONS, next]);
    expect(await applied(url)).toEqual([...MIGRATIONS, next].map(({ number }) => ({ number })));
  });

  test('later ones are applied to a database that has the earlier ones', async () => {
    const { url } = await makeDatabase();
    await migrateDatabase(url);
    await migrateDatabase(url, [...MIGRATIONS, next]);
    expect(await applied(url)).toHaveLength(MIGRATIONS.length + 1);
  });

  test('one that fails leaves nothing of itself and names itself and the reason', async () => {
    const { url } = await makeDatabase();
    const broken = { ...next, sql: 'CREATE TABLE half (id bigint); SELECT 1 / 0;' };
    await expect(migrateDatabase(url, [...MIGRATIONS, broken])).rejects.toMatchObject({
      code: 'migration_failed',
      refusal: { at: `${next.number} next` },
    });
    expect(await runOn(url, "SELECT to_regclass('tongchou.half')::text AS half")).toEqual([{ half: null }]);
    expect(await applied(url)).toHaveLength(MIGRATIONS.length);
  });

  test('a database of a newer program is refused and not touched', async () => {
    const { url } = await makeDatabase();
    await migrateDatabase(url, [...MIGRATIONS, next]);
    await expect(migrateDatabase(url)).rejects.toMatchObject({ code: 'migration_unknown' });
  });

  test('an applied migration whose text was edited is refused', async () => {
    const { url } = await makeDatabase();
    await migrateDatabase(url, [...MIGRATIONS, next]);
    const edited = { ...next, sql: `${next.sql} -- edited` };
    await expect(migrateDatabase(url, [...MIGRATIONS, edited])).rejects.toMatchObject({
      code: 'migration_changed',
    });
  });

  test('a login that is neither a member of the roles nor may make it one is told what to have run', async () => {
    const database = await makeDatabase();
    await migrateDatabase(database.url);
    const login = await makeLogin(database, '');
    const refusal = await refusalOf(migrateDatabase(login));
    expect(refusal.code).toBe('database_roles_forbidden');
    expect(refusal.next.en).toContain(
      'GRANT tongchou_migrator, tongchou_application, tongchou_auditor TO login_0',
    );
  });

  test('a login that is a member of the roles and may create in the database migrates without further rights', async () => {
    const database = await makeDatabase();
    const rights = `GRANT tongchou_migrator, tongchou_application TO LOGIN; GRANT CREATE ON DATABASE ${databaseOf(database)} TO LOGIN`;
    const login = await makeLogin(database, rights);
    await migrateDatabase(login);
    const opened = connectDatabase({ databaseUrl: login, role: 'application' });
    expect(await createRunStore(opened).listRuns()).toEqual([]);
    await opened.destroy();
    await runOn(
      database.url,
      `REVOKE CREATE ON DATABASE ${databaseOf(database)} FROM ${new URL(login).username}`,
    );
  });

  test('a login that may not create the schema is told the command', async () => {
    const database = await makeDatabase();
    const login = await makeLogin(database, 'GRANT tongchou_migrator, tongchou_application TO LOGIN');
    await expect(migrateDatabase(login)).rejects.toMatchObject({ code: 'database_schema_forbidden' });
  });

  test("a migrated database needs the application's role only", async () => {
    const database = await makeDatabase();
    await migrateDatabase(database.url);
    const login = await makeLogin(database, 'GRANT tongchou_application TO LOGIN');
    await migrateDatabase(login);
    await expect(migrateDatabase(login, [...MIGRATIONS, next])).rejects.toMatchObject({
      code: 'database_roles_forbidden',
    });
  });

  test('a wrong password, a missing database and a server that is not there are told apart, without the password', async () => {
    const { url } = await makeDatabase();
    const wrongPassword = new URL(url);
    wrongPassword.password = 'wrong-secret';
    const refused = migrateDatabase(wrongPassword.href);
    await expect(refused).rejects.toMatchObject({ code: 'database_login_refused' });
    await expect(refused).rejects.not.toThrow(/wrong-secret/);
    const missing = new URL(url);
    missing.pathname = '/missing';
    await expect(migrateDatabase(missing.href)).rejects.toMatchObject({ code: 'database_login_refused' });
    await expect(migrateDatabase('postgresql://a:b@127.0.0.1:1/c')).rejects.toMatchObject({
      code: 'database_unreachable',
      refusal: { at: '127.0.0.1:1/c' },
    });
  });

  test('a database that is not in UTF-8 is refused', async () => {
    const database = await makeDatabase();
    const name = databaseOf(database);
    await runOn(present(serverUrl, 'a server'), `DROP DATABASE ${name}`);
    await runOn(
      present(serverUrl, 'a server'),
      `CREATE DATABASE ${name} TEMPLATE template0 ENCODING 'LATIN1'`,
    );
    await expect(migrateDatabase(database.url)).rejects.toMatchObject({ code: 'database_not_utf8' });
  });
});
