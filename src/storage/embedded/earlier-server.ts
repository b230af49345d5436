import { rm } from 'node:fs/promises';
import type { DataPlace } from '#storage/embedded/data-place';
import { LauncherError } from '#storage/embedded/launcher-error';
import { findPostmasterFile, postmasterFileOf, type PostmasterFile } from '#storage/embedded/postmaster-file';
import { findBirth, isAlive, isServerIn } from '#storage/embedded/process-facts';
import { removeSocketFolder } from '#storage/embedded/socket-folder';
import { waitUntil } from '#storage/embedded/wait-until';

const FAST_STOP_MILLISECONDS = 30_000;
const IMMEDIATE_STOP_MILLISECONDS = 10_000;

/**
 * Settles what an earlier start may have left. A server whose program was killed is stopped, so that this start
 * runs with its own settings, log and parentage; it is not adopted. A `postmaster.pid` whose number now belongs
 * to something else is removed (PostgreSQL would take it for a running server; its own check of the shared
 * memory still stands). A server that someone else started here is left alone and refused.
 * @throws LauncherError `embedded_foreign_server`, `embedded_stop_failed`
 */
export async function settleEarlierServer(place: DataPlace, wasLeftBehind: boolean): Promise<void> {
  const found = await findPostmasterFile(place.cluster);
  if (found === undefined) return;
  if (await isServerIn(place.cluster, found.pid)) {
    if (!wasLeftBehind) throw foreignServer(place, found);
    if (!(await stopServer(found.pid))) throw stopFailed(place, found.pid);
  } else if (isAlive(found.pid)) {
    await rm(postmasterFileOf(place.cluster), { force: true });
  }
  await removeSocketFolder(found.socketFolder);
}

/** Stops a server: fast, and at once (durably, with recovery at the next start) if that takes too long. */
export async function stopServer(pid: number): Promise<boolean> {
  const hasEnded = async (): Promise<boolean> => (await findBirth(pid)) === undefined;
  signalServer(pid, 'SIGINT');
  if (await waitUntil(hasEnded, FAST_STOP_MILLISECONDS)) return true;
  signalServer(pid, 'SIGQUIT');
  return waitUntil(hasEnded, IMMEDIATE_STOP_MILLISECONDS);
}

/** Sends a signal to a process that may have ended meanwhile. */
export function signalServer(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch {
    // It has ended, or is another user's: the caller waits for its end and says so if it does not come.
  }
}

export function stopFailed(place: DataPlace, pid: number): LauncherError {
  return new LauncherError({
    code: 'embedded_stop_failed',
    at: place.cluster,
    what: {
      zh: `PostgreSQL（进程号 ${pid}）未能停止`,
      en: `PostgreSQL (pid ${pid}) did not stop`,
    },
    next: {
      zh: `查看 ${place.logFile}，再结束进程 ${pid}`,
      en: `read ${place.logFile}, then end process ${pid}`,
    },
  });
}

function foreignServer(place: DataPlace, found: PostmasterFile): LauncherError {
  return new LauncherError({
    code: 'embedded_foreign_server',
    at: place.cluster,
    what: {
      zh: `此数据目录上已有并非由本程序启动的 PostgreSQL 在运行（进程号 ${found.pid}）`,
      en: `a PostgreSQL that this program did not start is running on this data folder (pid ${found.pid})`,
    },
    next: {
      zh: `由启动者停止进程 ${found.pid}，或把 DATABASE_URL 指向它`,
      en: `have process ${found.pid} stopped by whoever started it, or point DATABASE_URL at it`,
    },
  });
}
