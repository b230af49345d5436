import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { text as readStream } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { runCommandLine } from '#cli/program';
import type { CliServices, OpenedStore, RunningServer } from '#cli/services';
import { readCsvRows } from '#files/csv-rows';
import { packsAbove } from '#files/layered-packs';
import { packFolder } from '#files/pack-folder';
import { panelFolder } from '#files/panel-folder';
import { runFiles } from '#files/run-files';
import { sha256 } from '#files/sha256';
import { writeNewFolder } from '#files/write-folder';
import { listenOnLoopback } from '#http/listen';
import { createServer } from '#http/server';
import { allow, refuse, type Decision, type Refusal } from '#kernel/decision';
import { openDatabase } from '#storage/open-database';
import { StorageError } from '#storage/storage-error';

/** The checkout's (or package's) own folder: packs, data and the built console lie in it. */
const HOME = fileURLToPath(new URL('..', import.meta.url));

/** Composition root: the only file that knows storage, http, clock and configuration together. */
export async function runProgram(args: readonly string[]): Promise<void> {
  const { version } = JSON.parse(await readFile(join(HOME, 'package.json'), 'utf8')) as {
    readonly version: string;
  };
  const stop = stopSignal();
  const now = (): string => new Date().toISOString();
  const packsFolder = join(HOME, 'packs');
  const source = packFolder(packsFolder);
  const services: CliServices = {
    version,
    source,
    packsFolder,
    packsIn: (folder) => packsAbove(folder, source),
    writeFiles: writeNewFolder,
    hash: sha256,
    now,
    panels: panelFolder(join(HOME, 'data', 'panels')),
    readCsv: readCsvRows,
    terminal: {
      out: (text) => process.stdout.write(text),
      err: (text) => process.stderr.write(text),
    },
    readText,
    readData: (name) => readOwn(`data/${name}`),
    readReference: (name) => readOwn(`docs/reference/${name}`),
    openStore,
    serve: (store, port, packs) => serve({ store, port, version, now, source: packs }),
    stopRequested: () => stop,
  };
  process.exitCode = await runCommandLine(args, services);
}

async function openStore(): Promise<Decision<OpenedStore>> {
  try {
    return allow(
      await openDatabase({
        databaseUrl: process.env['DATABASE_URL'],
        dataFolder: process.env['TONGCHOU_DATA'] ?? join(HOME, '.tongchou', 'data'),
      }),
    );
  } catch (error) {
    if (error instanceof StorageError) return refuse(error.refusal);
    throw error;
  }
}

async function serve(options: {
  readonly store: OpenedStore;
  readonly port: number;
  readonly version: string;
  readonly now: () => string;
  readonly source: CliServices['source'];
}): Promise<Decision<RunningServer>> {
  const consoleFolder = join(HOME, 'dist', 'console');
  const app = createServer({
    runStore: options.store.runStore,
    runFiles,
    scenarioStore: options.store.scenarioStore,
    source: options.source,
    hash: sha256,
    now: options.now,
    version: options.version,
    port: options.port,
    consoleFolder: existsSync(consoleFolder) ? consoleFolder : undefined,
  });
  try {
    const address = await listenOnLoopback(app, options.port);
    return allow({ address, close: () => app.close() });
  } catch (error) {
    await app.close();
    if (codeOf(error) === 'EADDRINUSE' || codeOf(error) === 'EACCES') return refuse(portTaken(options.port));
    throw error;
  }
}

function portTaken(port: number): Refusal {
  return {
    code: 'port_taken',
    at: `--port ${port}`,
    what: { zh: `端口 ${port} 不可用`, en: `port ${port} cannot be used` },
    next: { zh: '请用 --port 另选端口，0 为任选', en: 'choose another with --port, 0 for any' },
  };
}

/** Fulfilled at the first SIGINT or SIGTERM, so that the server and the database stop in order. */
function stopSignal(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });
}

/** A file of the checkout (or package) by its path in it. */
async function readOwn(file: string): ReturnType<CliServices['readData']> {
  const text = await readText(join(HOME, file));
  return text === undefined ? undefined : { file, text };
}

async function readText(path: string): Promise<string | undefined> {
  if (path === '-') return readStream(process.stdin);
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (isMissingFile(error)) return undefined;
    throw error;
  }
}

function isMissingFile(error: unknown): boolean {
  return ['ENOENT', 'EISDIR', 'ENOTDIR'].includes(codeOf(error));
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}
