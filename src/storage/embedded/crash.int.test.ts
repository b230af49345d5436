import { readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { present } from '#kernel/assert';
import { findBirth } from '#storage/embedded/process-facts';
import { waitUntil } from '#storage/embedded/wait-until';
import { runOn } from '#tests/support/fresh-database';
import { describeLauncher } from '#tests/support/launcher-bench';

describeLauncher('after a crash the embedded PostgreSQL', (bench) => {
  test('recovers what was committed when its server was killed', async () => {
    const killed = await bench().start();
    await runOn(killed.databaseUrl, 'CREATE TABLE committed AS SELECT 1 AS one');
    process.kill(killed.pid, 'SIGKILL');
    await killed.ended;
    await killed.stop();
    const again = await bench().start();
    expect(await runOn(again.databaseUrl, 'SELECT one FROM committed')).toEqual([{ one: 1 }]);
  });

  test('stops the server that a killed program left running, and starts its own', async () => {
    const left = await bench().runLauncher();
    await runOn(present(left.report.databaseUrl, 'a server'), 'CREATE TABLE kept AS SELECT 1 AS one');
    left.child.kill('SIGKILL');
    await left.ended;
    const leftPid = present(left.report.pid, 'a server');
    expect(await findBirth(leftPid)).toBeDefined();
    const again = await bench().runLauncher();
    expect(await findBirth(leftPid)).toBeUndefined();
    expect(again.report.pid).not.toBe(leftPid);
    expect(await runOn(present(again.report.databaseUrl, 'a server'), 'SELECT one FROM kept')).toHaveLength(
      1,
    );
    const oldSocket = new URL(left.report.databaseUrl ?? '').searchParams.get('host') ?? '';
    await expect(stat(oldSocket)).rejects.toMatchObject({ code: 'ENOENT' });
  });

  test('starts when program and server were both killed', async () => {
    const left = await bench().runLauncher();
    left.child.kill('SIGKILL');
    process.kill(present(left.report.pid, 'a server'), 'SIGKILL');
    await left.ended;
    const again = await bench().runLauncher();
    expect(again.report.code).toBeUndefined();
    expect(again.report.pid).toBeGreaterThan(0);
  });

  test('starts when the old process number now belongs to another program', async () => {
    const first = await bench().start();
    const file = join(first.dataFolder, 'postgres', 'postmaster.pid');
    const text = await readFile(file, 'utf8');
    await first.stop();
    await writeFile(file, text.replace(/^\d+/, process.ppid.toString()));
    const again = await bench().start();
    expect(again.pid).not.toBe(process.ppid);
  });
});

describeLauncher('when the program ends the embedded PostgreSQL', (bench) => {
  test('is stopped in order on SIGTERM, and the data are free again', async () => {
    const launcher = await bench().runLauncher();
    launcher.child.kill('SIGTERM');
    expect(await launcher.ended).toBe(0);
    expect(await findBirth(present(launcher.report.pid, 'a server'))).toBeUndefined();
    const dataFolder = present(launcher.report.dataFolder, 'a data folder');
    await expect(stat(join(dataFolder, 'owner.json'))).rejects.toMatchObject({ code: 'ENOENT' });
    expect(await readFile(join(dataFolder, 'server.log'), 'utf8')).toMatch(/database system is shut down\n$/);
  });

  test('is asked to stop even when the program leaves without stopping it', async () => {
    const launcher = await bench().runLauncher();
    launcher.child.stdin?.write('leave\n');
    await launcher.ended;
    const pid = present(launcher.report.pid, 'a server');
    expect(await waitUntil(async () => (await findBirth(pid)) === undefined, 10_000)).toBe(true);
    const socketFolder = new URL(launcher.report.databaseUrl ?? '').searchParams.get('host') ?? '';
    await expect(stat(socketFolder)).rejects.toMatchObject({ code: 'ENOENT' });
  });
});
