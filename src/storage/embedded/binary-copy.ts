import { randomBytes } from 'node:crypto';
import { chmod, cp, lstat, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { homedir, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { makeFolders, ROOT_FOLDER } from '#storage/embedded/make-folders';

/**
 * Folders in which a copy of the package may lie, best first. Root's must be readable by the server's user and
 * writable by root alone, hence not under root's home; an ordinary user's is his cache. Temporary folders come
 * last, because the system may tidy them.
 */
export async function findCopyFolders(
  packageFolder: string,
  rootFolder = ROOT_FOLDER,
): Promise<readonly string[]> {
  const isRoot = process.getuid?.() === 0;
  const cache = process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache');
  const lasting = isRoot ? rootFolder : join(cache, 'tongchou');
  const passing = `tongchou-binaries-${process.getuid?.() ?? 0}`;
  const version = await versionOf(packageFolder);
  return [join(lasting, 'binaries'), join('/var/tmp', passing), join(tmpdir(), passing)].map((folder) =>
    join(folder, version),
  );
}

/**
 * Makes `copyFolder` a complete copy of the package that everyone may read and run and only we may write. A
 * complete copy from an earlier start is used again. The copy appears under its name only once it is whole.
 * @throws Error when the folder above is not ours alone to write, or the disk refuses
 */
export async function copyPackage(packageFolder: string, copyFolder: string): Promise<void> {
  const above = dirname(copyFolder);
  await makeFolders(above, 0o755);
  await assertOursAlone(above);
  if (await isComplete(packageFolder, copyFolder)) return;
  const staged = `${copyFolder}.${randomBytes(6).toString('hex')}`;
  try {
    await cp(packageFolder, staged, { recursive: true, verbatimSymlinks: true });
    await openForReading(staged);
    await rm(copyFolder, { recursive: true, force: true });
    await rename(staged, copyFolder);
  } catch (error) {
    const someoneElseMadeIt = await isComplete(packageFolder, copyFolder);
    if (!someoneElseMadeIt) throw error;
  } finally {
    await rm(staged, { recursive: true, force: true });
  }
}

async function versionOf(packageFolder: string): Promise<string> {
  const text = await readFile(join(packageFolder, 'package.json'), 'utf8');
  const { name, version } = JSON.parse(text) as { name: string; version: string };
  return `${name.replace('@', '').replace('/', '-')}-${version}`;
}

/** Someone else who could write here could put a program of his own in the server's place. */
async function assertOursAlone(folder: string): Promise<void> {
  const found = await lstat(folder);
  if (!found.isDirectory() || found.uid !== process.getuid?.() || (found.mode & 0o022) !== 0) {
    throw new Error(`${folder} is not a folder that this user alone may write`);
  }
}

/** True when every file of the package is in the copy with its size: tidying of old files leaves holes. */
async function isComplete(packageFolder: string, copyFolder: string): Promise<boolean> {
  const root = await lstat(copyFolder).catch(() => undefined);
  if (root === undefined || !root.isDirectory() || root.uid !== process.getuid?.()) return false;
  for (const entry of await readdir(packageFolder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const original = join(entry.parentPath, entry.name);
    const copy = join(copyFolder, original.slice(packageFolder.length));
    const [from, to] = await Promise.all([stat(original), stat(copy).catch(() => undefined)]);
    if (from.size !== to?.size) return false;
  }
  return true;
}

async function openForReading(folder: string): Promise<void> {
  await chmod(folder, 0o755);
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) await openForReading(path);
    else if (entry.isFile()) await chmod(path, 0o755);
  }
}
