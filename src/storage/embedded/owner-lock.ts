import { link, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { randomBytes } from 'node:crypto';
import { LauncherError } from '#storage/embedded/launcher-error';
import { findPostmasterFile } from '#storage/embedded/postmaster-file';
import { findBirth } from '#storage/embedded/process-facts';
import type { DataPlace } from '#storage/embedded/data-place';

/** A data folder that belongs to this process until it is released. */
export interface OwnerLock {
  /** True when an earlier owner ended without releasing it: a server of his may still be running. */
  readonly wasLeftBehind: boolean;
  release(): Promise<void>;
}

interface Owner {
  readonly pid: number;
  readonly birth: string;
}

/**
 * Makes this process the owner of the data folder. The lock file appears whole or not at all (`link`), and one
 * whose process is gone is moved aside by exactly one of several newcomers (`rename`).
 * @throws LauncherError `embedded_already_running` when a living process owns it
 */
export async function takeOwnership(place: DataPlace): Promise<OwnerLock> {
  const own: Owner = { pid: process.pid, birth: (await findBirth(process.pid)) ?? 'unknown' };
  const draft = `${place.lockFile}.${randomBytes(6).toString('hex')}`;
  await writeFile(draft, JSON.stringify(own), { mode: 0o600 });
  let wasLeftBehind = false;
  try {
    while (!(await linked(draft, place.lockFile))) {
      const owner = await readOwner(place.lockFile);
      if (owner !== undefined && (await isLiving(owner))) throw await alreadyRunning(place, owner);
      wasLeftBehind = (await movedAside(place.lockFile, owner)) || wasLeftBehind;
    }
  } finally {
    await rm(draft, { force: true });
  }
  let released: Promise<void> | undefined;
  return { wasLeftBehind, release: () => (released ??= rm(place.lockFile, { force: true })) };
}

async function linked(draft: string, lockFile: string): Promise<boolean> {
  try {
    await link(draft, lockFile);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
}

/** Undefined when there is no lock, or one that says nothing (a disk that was full). */
async function readOwner(lockFile: string): Promise<Owner | undefined> {
  try {
    return JSON.parse(await readFile(lockFile, 'utf8')) as Owner;
  } catch {
    return undefined;
  }
}

async function isLiving(owner: Owner): Promise<boolean> {
  return (await findBirth(owner.pid)) === owner.birth;
}

/** Takes the dead owner's lock away; if a newcomer's was caught instead, it is put back. True when it was ours to take. */
async function movedAside(lockFile: string, dead: Owner | undefined): Promise<boolean> {
  const aside = `${lockFile}.${randomBytes(6).toString('hex')}`;
  const moved = await rename(lockFile, aside).then(
    () => true,
    () => false,
  );
  if (!moved) return false;
  const caught = await readOwner(aside);
  const isDead = caught?.pid === dead?.pid && caught?.birth === dead?.birth;
  if (!isDead) await linked(aside, lockFile);
  await rm(aside, { force: true });
  return isDead;
}

async function alreadyRunning(place: DataPlace, owner: Owner): Promise<LauncherError> {
  const server = await findPostmasterFile(place.cluster);
  const serverPid = server === undefined ? '' : ` / postgres ${server.pid}`;
  return new LauncherError({
    code: 'embedded_already_running',
    at: place.folder,
    what: {
      zh: `此数据目录已由另一个进程使用（进程号 ${owner.pid}${serverPid}）`,
      en: `this data folder is in use by another process (pid ${owner.pid}${serverPid})`,
    },
    next: {
      zh: `使用已在运行的程序，或先结束进程 ${owner.pid}，或另选数据目录`,
      en: `use the program that is running, end process ${owner.pid} first, or choose another data folder`,
    },
  });
}
