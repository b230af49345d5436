import { readFile, stat } from 'node:fs/promises';
import { LauncherError, USE_DATABASE_URL } from '#storage/embedded/launcher-error';
import { runCommand } from '#storage/embedded/run-command';

/** Whom the server's processes run as. */
export interface ServerUser {
  readonly uid: number;
  readonly gid: number;
  /** True when it is another user than this process's: only for root, whom PostgreSQL refuses. */
  readonly isOther: boolean;
  /** Options for `spawn` that make the child run as this user. */
  readonly spawnAs: { readonly uid?: number; readonly gid?: number };
}

/** Tried in this order: a user of our own, PostgreSQL's, and the one that every Unix has. */
const UNPRIVILEGED_USERS = ['tongchou', 'postgres', 'nobody'];

/**
 * The user for the server. An ordinary user runs it himself. For root it is the owner of the data when there
 * are any (so that a user added later changes nothing), else the first of the unprivileged users there is.
 * @throws LauncherError `embedded_server_user_missing` when root finds no such user
 */
export async function chooseServerUser(clusterFolder: string): Promise<ServerUser> {
  const uid = process.getuid?.() ?? -1;
  const gid = process.getgid?.() ?? -1;
  if (uid !== 0) return { uid, gid, isOther: false, spawnAs: {} };
  const owner = await ownerOf(clusterFolder);
  if (owner !== undefined && owner.uid !== 0) return otherUser(owner.uid, owner.gid);
  const passwd = await readFile('/etc/passwd', 'utf8').catch(() => '');
  for (const name of UNPRIVILEGED_USERS) {
    const found = findInPasswd(passwd, name);
    if (found !== undefined && found.uid !== 0) return otherUser(found.uid, found.gid);
  }
  throw new LauncherError({
    code: 'embedded_server_user_missing',
    at: '/etc/passwd',
    what: {
      zh: 'PostgreSQL 不能以 root 运行，而系统中没有 tongchou、postgres 或 nobody 用户',
      en: 'PostgreSQL refuses to run as root, and there is no user tongchou, postgres or nobody to run it as',
    },
    next: {
      zh: `新建系统用户 tongchou，或以普通用户启动，${USE_DATABASE_URL.zh}`,
      en: `add a system user tongchou, start as an ordinary user, ${USE_DATABASE_URL.en}`,
    },
  });
}

/** Whether the server's user can enter the folder, asked of the system itself: modes, lists, mounts. */
export async function canEnter(user: ServerUser, folder: string): Promise<boolean> {
  const { succeeded } = await runCommand(user, '/bin/sh', ['-c', 'cd "$1"', 'sh', folder]);
  return succeeded;
}

function otherUser(uid: number, gid: number): ServerUser {
  return { uid, gid, isOther: true, spawnAs: { uid, gid } };
}

async function ownerOf(folder: string): Promise<{ uid: number; gid: number } | undefined> {
  return stat(folder).catch(() => undefined);
}

function findInPasswd(passwd: string, name: string): { uid: number; gid: number } | undefined {
  for (const line of passwd.split('\n')) {
    const [login, , uid = '', gid = ''] = line.split(':');
    if (login === name && /^\d+$/.test(uid) && /^\d+$/.test(gid)) {
      return { uid: Number.parseInt(uid, 10), gid: Number.parseInt(gid, 10) };
    }
  }
  return undefined;
}
