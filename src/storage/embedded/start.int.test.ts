import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { describeLauncher, isRoot } from '#tests/support/launcher-bench';
import { runOn } from '#tests/support/fresh-database';
import { refusalOf } from '#tests/support/refusal-of';

describeLauncher('the embedded PostgreSQL', (bench) => {
  test('is durable, checks its pages, is in UTF-8 with locale C and listens on a socket only', async () => {
    const server = await bench().start();
    const names = ['fsync', 'synchronous_commit', 'full_page_writes', 'data_checksums', 'listen_addresses'];
    const settings = await runOn<{ setting: string }>(
      server.databaseUrl,
      `SELECT current_setting(name) AS setting FROM unnest('{${names.join()}}'::text[]) AS name`,
    );
    expect(settings.map((row) => row.setting)).toEqual(['on', 'on', 'on', 'on', '']);
    const [database] = await runOn(
      server.databaseUrl,
      `SELECT datname, datcollate, datctype, pg_encoding_to_char(encoding) AS encoding FROM pg_database
       WHERE datname = current_database()`,
    );
    expect(database).toEqual({ datname: 'tongchou', datcollate: 'C', datctype: 'C', encoding: 'UTF8' });
  });

  test('keeps its password in a file for its owner alone, and asks for it on the socket too', async () => {
    const server = await bench().start();
    const file = join(server.dataFolder, 'superuser-password');
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect(new URL(server.databaseUrl).password).toBe(await readFile(file, 'utf8'));
    const wrong = new URL(server.databaseUrl);
    wrong.password = 'wrong';
    await expect(runOn(wrong.href, 'SELECT 1')).rejects.toMatchObject({ code: '28P01' });
  });

  test('has a socket in a short folder that is closed to others and gone after the stop', async () => {
    const server = await bench().start();
    const folder = new URL(server.databaseUrl).searchParams.get('host') ?? '';
    expect(Buffer.byteLength(folder)).toBeLessThan(100);
    expect((await stat(folder)).mode & 0o077).toBe(0);
    await server.stop();
    await expect(stat(folder)).rejects.toMatchObject({ code: 'ENOENT' });
  });

  test.runIf(isRoot)('started by root runs as another user, who owns the data and nothing else', async () => {
    const server = await bench().start();
    const { uid } = await stat(`/proc/${server.pid}`);
    expect(uid).not.toBe(0);
    expect((await stat(join(server.dataFolder, 'postgres'))).uid).toBe(uid);
    expect((await stat(server.dataFolder)).uid).toBe(0);
  });

  test('keeps its data from one start to the next, and stop may be called twice', async () => {
    const first = await bench().start();
    await runOn(first.databaseUrl, "CREATE TABLE kept AS SELECT '留存' AS text");
    await Promise.all([first.stop(), first.stop()]);
    await first.stop();
    const second = await bench().start();
    expect(await runOn(second.databaseUrl, 'SELECT text FROM kept')).toEqual([{ text: '留存' }]);
    const names = ['owner.json', 'postgres', 'server.log', 'superuser-password'];
    expect((await readdir(second.dataFolder)).toSorted()).toEqual(names);
  });

  test('refuses a second start on data in use and names the process, in both languages', async () => {
    const server = await bench().start();
    const { code, what } = await refusalOf(bench().start());
    expect(code).toBe('embedded_already_running');
    expect(what.zh).toContain(`进程号 ${process.pid} / postgres ${server.pid}`);
    expect(what.en).toContain(`pid ${process.pid} / postgres ${server.pid}`);
    expect(await runOn(server.databaseUrl, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  });

  test('of two starts at the same moment one is refused and the other serves', async () => {
    const dataFolder = join(bench().folder, 'contested');
    const results = await Promise.allSettled([bench().start({ dataFolder }), bench().start({ dataFolder })]);
    expect(results.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  });

  test('listens on 127.0.0.1 when asked to, on a free port or a given one', async () => {
    const any = await bench().start({ transport: { port: 'any' } });
    const { hostname, port } = new URL(any.databaseUrl);
    expect(hostname).toBe('127.0.0.1');
    await any.stop();
    const given = await bench().start({ transport: { port: Number.parseInt(port, 10) } });
    expect(new URL(given.databaseUrl).port).toBe(port);
    const addresses = await runOn(given.databaseUrl, 'SELECT inet_server_addr()::text AS address');
    expect(addresses).toEqual([{ address: '127.0.0.1/32' }]);
  });
});
