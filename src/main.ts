import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { text as readStream } from 'node:stream/consumers';
import { runCommandLine } from '#cli/program';
import type { CliServices } from '#cli/services';
import { packFolder } from '#files/pack-folder';
import { sha256 } from '#files/sha256';

/** The checkout's (or package's) own folder: packs, data and the built console lie in it. */
const HOME = fileURLToPath(new URL('..', import.meta.url));

/** Composition root: the only file that knows storage, http, clock and configuration together. */
export async function runProgram(args: readonly string[]): Promise<void> {
  const { version } = JSON.parse(await readFile(`${HOME}package.json`, 'utf8')) as {
    readonly version: string;
  };
  const services: CliServices = {
    version,
    source: packFolder(`${HOME}packs`),
    hash: sha256,
    terminal: {
      out: (text) => process.stdout.write(text),
      err: (text) => process.stderr.write(text),
    },
    readText,
  };
  process.exitCode = await runCommandLine(args, services);
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
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return code === 'ENOENT' || code === 'EISDIR' || code === 'ENOTDIR';
}
