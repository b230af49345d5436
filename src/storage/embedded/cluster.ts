import { randomBytes } from 'node:crypto';
import { chmod, chown, mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Binaries } from '#storage/embedded/binaries';
import type { DataPlace } from '#storage/embedded/data-place';
import { LauncherError, USE_DATABASE_URL } from '#storage/embedded/launcher-error';
import { runCommand } from '#storage/embedded/run-command';

/** The only login of an embedded server. */
export const SUPERUSER = 'tongchou';

/**
 * Makes sure that there is a data folder which these binaries and this user can serve: makes a new one if there
 * is none, else checks version and owner. Returns the superuser's password.
 * @throws LauncherError `embedded_initdb_failed`, `embedded_data_version`, `embedded_data_folder_foreign`,
 *   `embedded_password_missing`
 */
export async function prepareCluster(place: DataPlace, binaries: Binaries): Promise<string> {
  const version = await readFile(join(place.cluster, 'PG_VERSION'), 'utf8').catch(() => undefined);
  if (version === undefined && (await isThere(place.cluster))) await assertOwner(place);
  if (version === undefined) return initialise(place, binaries);
  if (version.trim() !== binaries.majorVersion.toString())
    throw wrongVersion(place, binaries, version.trim());
  await assertOwner(place);
  const password = await readFile(place.passwordFile, 'utf8').catch(() => '');
  if (password === '') throw passwordMissing(place);
  return password;
}

/** Fills a folder beside the final one and renames it when it is whole: a broken initdb leaves no half cluster. */
async function initialise(place: DataPlace, binaries: Binaries): Promise<string> {
  const { user } = place;
  await removeUnfinished(place);
  const staged = `${place.cluster}.new-${randomBytes(6).toString('hex')}`;
  const password = randomBytes(24).toString('base64url');
  const passwordCopy = `${staged}.password`;
  try {
    await mkdir(staged, { mode: 0o700 });
    await writeFile(passwordCopy, password, { mode: 0o600 });
    if (user.isOther) for (const path of [staged, passwordCopy]) await chown(path, user.uid, user.gid);
    const { succeeded, output } = await runCommand(user, join(binaries.folder, 'initdb'), [
      ...['--pgdata', staged, '--username', SUPERUSER, '--pwfile', passwordCopy],
      ...['--locale=C', '--encoding=UTF8', '--data-checksums', '--auth=scram-sha-256'],
    ]);
    if (!succeeded) throw initdbFailed(place, output);
    await writeFile(place.passwordFile, password, { mode: 0o600 });
    await rename(staged, place.cluster);
    return password;
  } catch (error) {
    throw error instanceof LauncherError ? error : initdbFailed(place, String(error));
  } finally {
    await rm(passwordCopy, { force: true });
    await rm(staged, { recursive: true, force: true });
  }
}

async function removeUnfinished(place: DataPlace): Promise<void> {
  for (const name of await readdir(place.folder)) {
    if (name.startsWith(`${basename(place.cluster)}.new-`)) {
      await rm(join(place.folder, name), { recursive: true, force: true });
    }
  }
}

/** A backup that root put back is root's: it is given to the server's user. Any other stranger's is refused. */
async function assertOwner(place: DataPlace): Promise<void> {
  const { user, cluster } = place;
  const { uid } = await stat(cluster);
  if (uid === user.uid) return;
  const isGiven =
    user.isOther &&
    (await runCommand({ ...user, spawnAs: {} }, 'chown', ['-Rh', `${user.uid}:${user.gid}`, cluster]))
      .succeeded;
  if (!isGiven) throw foreignOwner(place, uid);
  await chmod(cluster, 0o700);
}

async function isThere(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}

function initdbFailed(place: DataPlace, output: string): LauncherError {
  return new LauncherError({
    code: 'embedded_initdb_failed',
    at: place.cluster,
    what: { zh: `无法建立数据库：\n${output}`, en: `the database could not be made:\n${output}` },
    next: {
      zh: `检查磁盘空间与目录权限，${USE_DATABASE_URL.zh}`,
      en: `check disk space and folder permissions, ${USE_DATABASE_URL.en}`,
    },
  });
}

function wrongVersion(place: DataPlace, binaries: Binaries, version: string): LauncherError {
  return new LauncherError({
    code: 'embedded_data_version',
    at: join(place.cluster, 'PG_VERSION'),
    what: {
      zh: `数据由 PostgreSQL ${version} 建立，而现有程序为 ${binaries.majorVersion}`,
      en: `the data were made by PostgreSQL ${version}, but these programs are version ${binaries.majorVersion}`,
    },
    next: {
      zh: `使用带 PostgreSQL ${version} 的版本启动，或用 pg_upgrade 升级数据，或另选数据目录`,
      en: `start with the release that brings PostgreSQL ${version}, upgrade the data with pg_upgrade, or choose another data folder`,
    },
  });
}

function foreignOwner(place: DataPlace, uid: number): LauncherError {
  return new LauncherError({
    code: 'embedded_data_folder_foreign',
    at: place.cluster,
    what: {
      zh: `数据目录属于用户 ${uid}，而 PostgreSQL 将以用户 ${place.user.uid} 运行`,
      en: `the data folder belongs to user ${uid}, but PostgreSQL would run as user ${place.user.uid}`,
    },
    next: {
      zh: `以用户 ${uid} 启动，或另选数据目录`,
      en: `start as user ${uid}, or choose another data folder`,
    },
  });
}

function passwordMissing(place: DataPlace): LauncherError {
  return new LauncherError({
    code: 'embedded_password_missing',
    at: place.passwordFile,
    what: { zh: '缺少超级用户口令文件', en: "the superuser's password file is missing" },
    next: {
      zh: '从备份中恢复此文件（备份须包含整个数据目录）',
      en: 'restore this file from the backup (a backup holds the whole data folder)',
    },
  });
}
