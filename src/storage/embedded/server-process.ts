import { spawn, type ChildProcess } from 'node:child_process';
import { open, readFile, rename, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Binaries } from '#storage/embedded/binaries';
import type { DataPlace } from '#storage/embedded/data-place';
import { findPostmasterFile } from '#storage/embedded/postmaster-file';
import { bareEnvironment } from '#storage/embedded/run-command';
import { waitUntil } from '#storage/embedded/wait-until';

/** Where the server listens; without an address only on its socket. */
export interface Listening {
  readonly socketFolder: string;
  readonly address: '' | '127.0.0.1';
  readonly port: number;
}

/** A server process that accepts connections, or what it said before it ended. */
export type Launch =
  | { readonly isReady: true; readonly pid: number; readonly ended: Promise<void> }
  | { readonly isReady: false; readonly logTail: string };

/** Recovery after a crash may have to replay a gigabyte of log before the server answers. */
const READY_MILLISECONDS = 300_000;

/** The log is begun anew at the start that finds it larger than this; one older file is kept. */
const MAX_LOG_BYTES = 5_000_000;
const LOG_TAIL_LINES = 20;

/**
 * Starts `postgres` in a session of its own (a terminal's Ctrl-C reaches our program, which then stops the
 * server in order) with its log in a file, so that it never depends on our pipes.
 */
export async function launchServer(
  place: DataPlace,
  binaries: Binaries,
  listening: Listening,
): Promise<Launch> {
  const logStart = await rotateLog(place.logFile);
  const log = await open(place.logFile, 'a', 0o600);
  const child = spawn(join(binaries.folder, 'postgres'), serverArguments(place, listening), {
    ...place.user.spawnAs,
    cwd: '/',
    env: bareEnvironment(),
    detached: true,
    stdio: ['ignore', log.fd, log.fd],
  });
  const ended = endOf(child);
  await log.close();
  const isReady = async (): Promise<boolean> => {
    const file = await findPostmasterFile(place.cluster);
    return file !== undefined && file.pid === child.pid && file.isReady;
  };
  const outcome = await Promise.race([
    ended.then(() => 'ended' as const),
    waitUntil(async () => hasEnded(child) || (await isReady()), READY_MILLISECONDS),
  ]);
  if (outcome === true && child.pid !== undefined && !hasEnded(child)) {
    return { isReady: true, pid: child.pid, ended };
  }
  child.kill('SIGQUIT');
  await ended;
  return { isReady: false, logTail: await tailOf(place.logFile, logStart) };
}

/** An ended child has a status or a signal; one that could not be spawned has no process id. */
function hasEnded(child: ChildProcess): boolean {
  return child.pid === undefined || child.exitCode !== null || child.signalCode !== null;
}

/** On the command line, so that no ALTER SYSTEM and no edited file can take durability away. */
function serverArguments(place: DataPlace, { socketFolder, address, port }: Listening): readonly string[] {
  const settings = {
    fsync: 'on',
    synchronous_commit: 'on',
    full_page_writes: 'on',
    listen_addresses: address,
    port: port.toString(),
    unix_socket_directories: socketFolder,
    unix_socket_permissions: '0700',
    password_encryption: 'scram-sha-256',
    timezone: 'UTC',
    log_timezone: 'UTC',
    log_destination: 'stderr',
    logging_collector: 'off',
    log_line_prefix: '%m [%p] ',
  };
  return [
    '-D',
    place.cluster,
    ...Object.entries(settings).flatMap(([key, value]) => ['-c', `${key}=${value}`]),
  ];
}

function endOf(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    child.once('exit', () => resolve());
    child.once('error', () => resolve());
  });
}

/** Sets a long log aside; gives the length at which this start's own lines begin. */
async function rotateLog(logFile: string): Promise<number> {
  const size = await stat(logFile).then(
    (found) => found.size,
    () => 0,
  );
  if (size <= MAX_LOG_BYTES) return size;
  await rename(logFile, `${logFile}.1`);
  return 0;
}

async function tailOf(logFile: string, start: number): Promise<string> {
  const bytes = await readFile(logFile).catch(() => Buffer.alloc(0));
  return bytes.subarray(start).toString('utf8').trim().split('\n').slice(-LOG_TAIL_LINES).join('\n');
}
