import { rmSync } from 'node:fs';
import { chown, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { LauncherError } from '#storage/embedded/launcher-error';
import { canEnter, type ServerUser } from '#storage/embedded/server-user';

const PREFIX = 'tongchou-';

/** A socket's address holds 104 bytes on macOS, and PostgreSQL adds `/.s.PGSQL.5432` to the folder. */
const MAX_PATH_BYTES = 88;

/**
 * Makes a folder for the server's socket: short, new, and open to the server's user alone (and root).
 * @throws LauncherError `embedded_start_failed` when no temporary folder will do
 */
export async function makeSocketFolder(
  user: ServerUser,
  parents: readonly string[] = [tmpdir(), '/tmp', '/var/tmp'],
): Promise<string> {
  for (const parent of parents) {
    if (Buffer.byteLength(join(parent, `${PREFIX}XXXXXX`)) > MAX_PATH_BYTES) continue;
    const folder = await mkdtemp(join(parent, PREFIX)).catch(() => undefined);
    if (folder === undefined) continue;
    if (user.isOther) await chown(folder, user.uid, user.gid);
    if (await canEnter(user, folder)) return folder;
    await removeSocketFolder(folder);
  }
  throw new LauncherError({
    code: 'embedded_start_failed',
    at: parents.join(', '),
    what: {
      zh: '没有可用于数据库套接字的临时目录',
      en: 'no temporary folder will do for the database socket',
    },
    next: {
      zh: '使 /tmp 可写，或把 TMPDIR 设为较短的可写目录',
      en: 'make /tmp writable, or set TMPDIR to a short folder that can be written',
    },
  });
}

/** Removes a folder that `makeSocketFolder` made; any other, and the empty name of no socket, is left alone. */
export async function removeSocketFolder(folder: string): Promise<void> {
  if (basename(folder).startsWith(PREFIX)) await rm(folder, { recursive: true, force: true });
}

/** The same when this process is about to end and can no longer wait. */
export function removeSocketFolderAtOnce(folder: string): void {
  if (basename(folder).startsWith(PREFIX)) rmSync(folder, { recursive: true, force: true });
}
