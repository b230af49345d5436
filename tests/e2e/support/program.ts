import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { makeTempFolder } from '#tests/support/temp-folder';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));

/** The program as a user starts it, on an embedded PostgreSQL with a data folder of its own. */
export interface RunningProgram {
  readonly address: string;
  /** Everything it printed so far. */
  readonly output: () => string;
  /** Asks it to stop, as Ctrl+C does, and gives its exit status. */
  readonly stop: () => Promise<number | null>;
}

/** How long a start may take on a slow machine: initdb, two computations and a bound port. */
const START_LIMIT_MS = 90_000;

/** A folder of its own that the database's user can reach, whoever runs the tests. */
export async function newDataFolder(): Promise<{
  readonly path: string;
  readonly remove: () => Promise<void>;
}> {
  const parent = await makeTempFolder();
  return { path: join(parent, 'data'), remove: () => rm(parent, { recursive: true, force: true }) };
}

/** Runs `tongchou` with the built program and gives what it printed; it is built by `npm ci`. */
export function startCommand(args: readonly string[], dataFolder: string): ChildProcess {
  if (!existsSync(join(ROOT, 'dist', 'main.js'))) throw new Error('not built: run npm ci first');
  const environment = { ...process.env, TONGCHOU_DATA: dataFolder };
  Reflect.deleteProperty(environment, 'DATABASE_URL');
  return spawn(process.execPath, [join(ROOT, 'bin', 'tongchou.js'), ...args], {
    cwd: ROOT,
    env: environment,
  });
}

/** Starts the main job and waits for the console's address. */
export async function startProgram(dataFolder: string): Promise<RunningProgram> {
  const child = startCommand(['start', '--port', '0'], dataFolder);
  let printed = '';
  const ended = new Promise<number | null>((resolve) => child.once('exit', (status) => resolve(status)));
  const address = await new Promise<string>((resolve, reject) => {
    const limit = setTimeout(() => reject(new Error(`not started in time:\n${printed}`)), START_LIMIT_MS);
    const read = (chunk: Buffer): void => {
      printed += chunk.toString('utf8');
      const found = /Console: (http:\/\/\S+)/.exec(printed)?.[1];
      if (found === undefined) return;
      clearTimeout(limit);
      resolve(found);
    };
    child.stdout?.on('data', read);
    child.stderr?.on('data', read);
    void ended.then((status) => reject(new Error(`ended with ${String(status)}:\n${printed}`)));
  });
  return {
    address,
    output: () => printed,
    stop: () => {
      child.kill('SIGINT');
      return ended;
    },
  };
}
