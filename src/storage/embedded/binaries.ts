import { symlink } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { copyPackage, findCopyFolders } from '#storage/embedded/binary-copy';
import { LauncherError, USE_DATABASE_URL } from '#storage/embedded/launcher-error';
import { findPlatformBinaries, readPackageLinks, type PackageLink } from '#storage/embedded/platform-package';
import { runCommand, type CommandResult } from '#storage/embedded/run-command';
import type { ServerUser } from '#storage/embedded/server-user';

/** An installation that the server's user has been seen to run. */
export interface Binaries {
  /** Where `initdb` and `postgres` are. */
  readonly folder: string;
  readonly majorVersion: number;
}

/**
 * Binaries that the server's user can run. Those of the npm package are run where they are, after the links
 * that npm left out are made; when that is not possible (another user's closed folder, a read-only one) they
 * are copied once to a folder of their version. A `bin` folder given by the caller is used as it is, unless it
 * is a package's.
 * @throws LauncherError `embedded_platform_missing`, `embedded_binaries_unusable`
 */
export async function prepareBinaries(
  user: ServerUser,
  givenFolder?: string,
  rootFolder?: string,
): Promise<Binaries> {
  const folder = givenFolder ?? findPlatformBinaries();
  const packageFolder = dirname(dirname(folder));
  const links = basename(dirname(folder)) === 'native' ? await readPackageLinks(packageFolder) : [];
  await makeLinks(packageFolder, links);
  const tried = [await probe(user, folder)];
  if (links.length > 0) {
    for (const copyFolder of await findCopyFolders(packageFolder, rootFolder)) {
      if (isUsable(tried)) break;
      tried.push(await probeCopy(user, packageFolder, copyFolder));
    }
  }
  const last = tried.at(-1);
  if (last?.binaries !== undefined) return last.binaries;
  throw unusable(folder, tried);
}

interface Probe {
  readonly folder: string;
  readonly binaries?: Binaries;
  readonly output: string;
}

function isUsable(tried: readonly Probe[]): boolean {
  return tried.at(-1)?.binaries !== undefined;
}

/** Runs `postgres --version` as the server's user: what answers can be read, linked and executed by him. */
async function probe(user: ServerUser, folder: string): Promise<Probe> {
  const { succeeded, output }: CommandResult = await runCommand(user, join(folder, 'postgres'), [
    '--version',
  ]);
  const major = /\(PostgreSQL\) (\d+)/.exec(output)?.[1];
  if (!succeeded || major === undefined) return { folder, output };
  return { folder, output, binaries: { folder, majorVersion: Number.parseInt(major, 10) } };
}

async function probeCopy(user: ServerUser, packageFolder: string, copyFolder: string): Promise<Probe> {
  const folder = join(copyFolder, 'native', 'bin');
  try {
    await copyPackage(packageFolder, copyFolder);
    await makeLinks(copyFolder, await readPackageLinks(copyFolder));
  } catch (error) {
    return { folder, output: error instanceof Error ? error.message : 'copy failed' };
  }
  return probe(user, folder);
}

/** Makes what links can be made; whether that was enough is for the probe to say. */
async function makeLinks(packageFolder: string, links: readonly PackageLink[]): Promise<void> {
  for (const { source, target } of links) {
    await symlink(basename(source), join(packageFolder, target)).catch(() => undefined);
  }
}

function unusable(folder: string, tried: readonly Probe[]): LauncherError {
  const outputs = tried.map((probed) => `${probed.folder}: ${probed.output}`).join('\n');
  return new LauncherError({
    code: 'embedded_binaries_unusable',
    at: folder,
    what: {
      zh: `PostgreSQL 程序无法运行：\n${outputs}`,
      en: `the PostgreSQL programs cannot be run:\n${outputs}`,
    },
    next: {
      zh: `检查磁盘空间、目录权限与 noexec 挂载，重新执行 npm ci，${USE_DATABASE_URL.zh}`,
      en: `check disk space, folder permissions and noexec mounts, run npm ci again, ${USE_DATABASE_URL.en}`,
    },
  });
}
