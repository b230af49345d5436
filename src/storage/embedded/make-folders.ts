import { chmod, mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';

/** Root's own folder for what the server's user must reach: data and binaries that lie in closed folders. */
export const ROOT_FOLDER = '/var/lib/tongchou';

/**
 * Makes the folder and what is missing above it, each with exactly this mode: a strict umask of root would
 * otherwise shut out the server's user. What is already there keeps its mode.
 */
export async function makeFolders(folder: string, mode: number): Promise<void> {
  const first = await mkdir(folder, { recursive: true, mode });
  if (first === undefined) return;
  for (let made = folder; made.length >= first.length; made = dirname(made)) await chmod(made, mode);
}
