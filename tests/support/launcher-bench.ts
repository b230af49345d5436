import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmod, chown, cp, mkdir, readdir, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { build } from 'vite';
import { afterAll, afterEach, beforeAll, describe, inject } from 'vitest';
import { present } from '#kernel/assert';
import { startEmbeddedPostgres, type EmbeddedOptions, type RunningPostgres } from '#storage/embedded/start';
import type { ChildReport } from '#tests/support/launcher-child';
import { makeTempFolder, removeTempFolder } from '#tests/support/temp-folder';

/** `nobody` of every Unix; who runs the launcher as an ordinary user when root runs the tests. */
const ORDINARY = { uid: 65_534, gid: 65_534 };

export const isRoot = process.getuid?.() === 0;

/** A launcher in a process of its own, as an ordinary user. */
interface LauncherProcess {
  readonly child: ChildProcess;
  readonly report: ChildReport;
  /** Fulfilled with the exit status when the process has ended. */
  readonly ended: Promise<number | null>;
}

/** What a test of the launcher works with: a folder of its own, and servers that are stopped after it. */
export interface LauncherBench {
  readonly folder: string;
  readonly binaries: string;
  start(options?: Partial<EmbeddedOptions>): Promise<RunningPostgres>;
  /** Runs the launcher as an ordinary user, in a folder of his with the binaries given or the project's. */
  runLauncher(options?: Partial<EmbeddedOptions>): Promise<LauncherProcess>;
  /** A copy of the npm package, as npm unpacks it without its install script; gives its `bin` folder. */
  copyPackage(to: string): Promise<string>;
}

/**
 * `describe` for tests that start servers of their own from the project's binaries. They share one bench, so
 * that only the first start on a data folder has to make the data; what a test started is stopped after it.
 */
export function describeLauncher(title: string, body: (bench: () => LauncherBench) => void): void {
  const binaries = inject('postgresBinaries');
  describe.skipIf(binaries === undefined)(title, () => {
    let bench: ManagedBench | undefined;
    beforeAll(async () => {
      bench = await makeBench(present(binaries, 'binaries'));
    });
    afterEach(async () => bench?.stopAll());
    afterAll(async () => removeTempFolder(present(bench, 'a bench').folder));
    body(() => present(bench, 'a bench'));
  });
}

interface ManagedBench extends LauncherBench {
  stopAll(): Promise<void>;
}

async function makeBench(binaries: string): Promise<ManagedBench> {
  const folder = await makeTempFolder();
  const servers: RunningPostgres[] = [];
  const launchers: LauncherProcess[] = [];
  let program: Promise<string> | undefined;
  return {
    folder,
    binaries,
    start: async (options) => {
      const own = { dataFolder: join(folder, 'data'), rootFolder: join(folder, 'root') };
      const server = await startEmbeddedPostgres({ ...own, binaries: { folder: binaries }, ...options });
      servers.push(server);
      return server;
    },
    runLauncher: async (options) => {
      program ??= buildChild(folder);
      const launcher = await runLauncher(folder, await program, {
        binaries: { folder: binaries },
        ...options,
      });
      launchers.push(launcher);
      return launcher;
    },
    copyPackage: (to) => copyPackage(binaries, to),
    stopAll: async () => {
      for (const server of servers.splice(0)) await server.stop();
      for (const { child, ended } of launchers.splice(0)) {
        child.kill('SIGTERM');
        await ended;
      }
    },
  };
}

async function runLauncher(
  folder: string,
  program: string,
  options: Partial<EmbeddedOptions>,
): Promise<LauncherProcess> {
  const home = join(folder, 'ordinary');
  await mkdir(home, { recursive: true });
  if (isRoot) await chown(home, ORDINARY.uid, ORDINARY.gid);
  const own: EmbeddedOptions = { dataFolder: join(home, 'data'), ...options };
  const child = spawn(process.execPath, [program, JSON.stringify(own)], {
    ...(isRoot ? ORDINARY : {}),
    cwd: '/',
    env: { PATH: process.env['PATH'], HOME: home, XDG_CACHE_HOME: join(home, 'cache') },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit').then(([status]) => status as number | null);
  const [line] = (await once(createInterface(child.stdout), 'line')) as [string];
  return { child, report: JSON.parse(line) as ChildReport, ended };
}

/** One file that needs neither `dist` nor `node_modules`, so that any user can run it from anywhere. */
async function buildChild(folder: string): Promise<string> {
  const program = join(folder, 'launcher-child.mjs');
  const conditions = ['tongchou-source', 'node'];
  await build({
    configFile: false,
    logLevel: 'silent',
    resolve: { conditions },
    ssr: { noExternal: true, resolve: { conditions } },
    build: {
      ssr: new URL('launcher-child.ts', import.meta.url).pathname,
      outDir: folder,
      emptyOutDir: false,
      rolldownOptions: { output: { entryFileNames: 'launcher-child.mjs' } },
    },
  });
  await chmod(program, 0o644);
  return program;
}

async function copyPackage(binaries: string, to: string): Promise<string> {
  await cp(dirname(dirname(binaries)), to, { recursive: true, verbatimSymlinks: true });
  const library = join(to, 'native', 'lib');
  for (const entry of await readdir(library, { withFileTypes: true })) {
    if (entry.isSymbolicLink()) await rm(join(library, entry.name));
  }
  return join(to, 'native', 'bin');
}
