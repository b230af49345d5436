import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { prepareBinaries, type Binaries } from '#storage/embedded/binaries';
import { prepareCluster, SUPERUSER } from '#storage/embedded/cluster';
import { findDataPlace, type DataPlace } from '#storage/embedded/data-place';
import { settleEarlierServer, signalServer, stopFailed, stopServer } from '#storage/embedded/earlier-server';
import { LauncherError, USE_DATABASE_URL } from '#storage/embedded/launcher-error';
import { takeOwnership, type OwnerLock } from '#storage/embedded/owner-lock';
import { launchServer, type Launch, type Listening } from '#storage/embedded/server-process';
import {
  makeSocketFolder,
  removeSocketFolder,
  removeSocketFolderAtOnce,
} from '#storage/embedded/socket-folder';

export interface EmbeddedOptions {
  /** Where the data are to lie; made if missing. Root's may move, see `findDataPlace`. */
  readonly dataFolder: string;
  /** The `bin` folder of another installation; without it the one that npm brought. */
  readonly binaries?: { readonly folder: string };
  /** A Unix socket alone (the default), or 127.0.0.1 with a given or a free port besides. */
  readonly transport?: 'socket' | { readonly port: number | 'any' };
  /** Where root keeps what the server's user cannot reach otherwise; without it /var/lib/tongchou. */
  readonly rootFolder?: string;
}

/** A PostgreSQL server of our own that accepts connections. */
export interface RunningPostgres {
  /** The connection string of the superuser to the database `tongchou`; it holds the password. */
  readonly databaseUrl: string;
  readonly majorVersion: number;
  /** The folder in which the data lie: not the one asked for when root's had to move. */
  readonly dataFolder: string;
  readonly pid: number;
  /** Fulfilled when the server has ended, by `stop` or by itself. */
  readonly ended: Promise<void>;
  /** Stops the server in order and gives the data folder free; further calls wait for the same stop. */
  stop(): Promise<void>;
}

const DATABASE = 'tongchou';
const DEFAULT_PORT = 5432;

/** Children of a killed server hold its memory until they notice; a free port may be taken in between. */
const RETRY_MILLISECONDS = 15_000;
const PASSING_TROUBLE = /pre-existing shared memory block|could not bind|Address already in use/;

/**
 * Starts the embedded PostgreSQL on its data folder, made anew at the first start. This process owns the data
 * folder until `stop`; if it ends without, the server is asked to stop, and after a kill -9 the next start stops
 * what is left. Signals are the caller's to handle.
 * @throws LauncherError with one of `LauncherCode`
 */
export async function startEmbeddedPostgres(options: EmbeddedOptions): Promise<RunningPostgres> {
  const place = await findDataPlace(options.dataFolder, options.rootFolder);
  const lock = await takeOwnership(place);
  try {
    const binaries = await prepareBinaries(place.user, options.binaries?.folder, options.rootFolder);
    await settleEarlierServer(place, lock.wasLeftBehind);
    const password = await prepareCluster(place, binaries);
    const { launch, listening } = await launchWithRetries(place, binaries, options.transport ?? 'socket');
    const running = describeRunning(place, lock, binaries, launch, listening, password);
    await makeDatabase(running, connectionUrl(listening, password, 'postgres'));
    return running;
  } catch (error) {
    await lock.release();
    throw error;
  }
}

type Ready = Extract<Launch, { isReady: true }>;

async function launchWithRetries(
  place: DataPlace,
  binaries: Binaries,
  transport: NonNullable<EmbeddedOptions['transport']>,
): Promise<{ readonly launch: Ready; readonly listening: Listening }> {
  const socketFolder = await makeSocketFolder(place.user);
  const end = performance.now() + RETRY_MILLISECONDS;
  for (;;) {
    const listening = { socketFolder, ...(await addressOf(transport)) };
    const launch = await launchServer(place, binaries, listening);
    if (launch.isReady) return { launch, listening };
    const mayPass = PASSING_TROUBLE.test(launch.logTail) && !isGivenPortTaken(transport, launch.logTail);
    if (!mayPass || performance.now() > end) {
      await removeSocketFolder(socketFolder);
      throw startFailed(place, launch.logTail);
    }
    await sleep(200);
  }
}

function isGivenPortTaken(transport: NonNullable<EmbeddedOptions['transport']>, logTail: string): boolean {
  return transport !== 'socket' && transport.port !== 'any' && logTail.includes('could not bind');
}

async function addressOf(
  transport: NonNullable<EmbeddedOptions['transport']>,
): Promise<Omit<Listening, 'socketFolder'>> {
  if (transport === 'socket') return { address: '', port: DEFAULT_PORT };
  return { address: '127.0.0.1', port: transport.port === 'any' ? await findFreePort() : transport.port };
}

function findFreePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}

function describeRunning(
  place: DataPlace,
  lock: OwnerLock,
  binaries: Binaries,
  { pid, ended }: Ready,
  listening: Listening,
  password: string,
): RunningPostgres {
  let stopping: Promise<void> | undefined;
  let isRunning = true;
  const askToStop = (): void => {
    signalServer(pid, 'SIGINT');
    removeSocketFolderAtOnce(listening.socketFolder);
  };
  process.once('exit', askToStop);
  void ended.then(() => {
    isRunning = false;
    process.off('exit', askToStop);
  });
  const stop = async (): Promise<void> => {
    if (isRunning && !(await stopServer(pid))) throw stopFailed(place, pid);
    await ended;
    await removeSocketFolder(listening.socketFolder);
    await lock.release();
  };
  return {
    databaseUrl: connectionUrl(listening, password, DATABASE),
    majorVersion: binaries.majorVersion,
    dataFolder: place.folder,
    pid,
    ended,
    stop: () => (stopping ??= stop()),
  };
}

/** By socket the folder stands in the query, as libpq and `pg` both read it. */
function connectionUrl(
  { socketFolder, address, port }: Listening,
  password: string,
  database: string,
): string {
  const base = `postgresql://${SUPERUSER}:${password}@${address === '' ? 'localhost' : address}:${port}/${database}`;
  return address === '' ? `${base}?host=${encodeURIComponent(socketFolder)}` : base;
}

async function makeDatabase(running: RunningPostgres, maintenanceUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: maintenanceUrl });
  try {
    await client.connect();
    const found = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [DATABASE]);
    if (found.rows.length === 0) await client.query(`CREATE DATABASE ${DATABASE}`);
  } catch (error) {
    await running.stop();
    throw error;
  } finally {
    await client.end();
  }
}

function startFailed(place: DataPlace, logTail: string): LauncherError {
  return new LauncherError({
    code: 'embedded_start_failed',
    at: place.cluster,
    what: {
      zh: `PostgreSQL 未能启动，其日志末尾为：\n${logTail}`,
      en: `PostgreSQL did not start; its log ends:\n${logTail}`,
    },
    next: {
      zh: `按日志处理（全文见 ${place.logFile}），${USE_DATABASE_URL.zh}`,
      en: `act on the log (all of it in ${place.logFile}), ${USE_DATABASE_URL.en}`,
    },
  });
}
