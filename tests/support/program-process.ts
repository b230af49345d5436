import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { assert } from '#kernel/assert';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** Starting reckons every panel and replays every run; many times what an idle machine needs. */
const START_LIMIT_MS = 120_000;

/** `tongchou start` as a process of its own. */
export interface ProgramProcess {
  /** Where it serves: http://127.0.0.1:port. */
  readonly address: string;
  /** Kills it as the power does, and gives when it is gone. */
  kill(): Promise<void>;
}

/** Starts the program as it was built last (`npm run build`), with settings by environment, on a free port. */
export async function startProgramProcess(
  environment: Readonly<Record<string, string>>,
): Promise<ProgramProcess> {
  assert(existsSync(join(ROOT, 'dist', 'main.js')), 'the program is built: npm run build');
  const child = spawn(process.execPath, [join(ROOT, 'bin', 'tongchou.js'), 'start', '--port', '0'], {
    cwd: ROOT,
    env: { PATH: process.env['PATH'], HOME: process.env['HOME'], ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let printed = '';
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const address = await new Promise<string>((resolve, reject) => {
    const limit = setTimeout(() => reject(new Error(`not started in time:\n${printed}`)), START_LIMIT_MS);
    const read = (chunk: Buffer): void => {
      printed += chunk.toString('utf8');
      const found = /Console: (http:\/\/\S+)/.exec(printed)?.[1];
      if (found === undefined) return;
      clearTimeout(limit);
      resolve(found);
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    void ended.then(() => reject(new Error(`ended before it served:\n${printed}`)));
  });
  return {
    address,
    kill: async () => {
      child.kill('SIGKILL');
      await ended;
    },
  };
}
