import { readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import type { PackSource } from '#application/ports/pack-source';
import { compareCodePoints } from '#kernel/code-points';

/** Packs as folders below one folder. Reads text as UTF-8; hidden files are passed over. */
export function packFolder(root: string): PackSource {
  const listIds = async (): Promise<readonly string[]> =>
    (await readdir(root, { withFileTypes: true }))
      .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
      .map((entry) => entry.name)
      .toSorted(compareCodePoints);
  return {
    listIds,
    findFiles: async (id) => {
      if (!(await listIds()).includes(id)) return undefined;
      const folder = join(root, id);
      const files = new Map<string, string>();
      for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
        if (!entry.isFile() || entry.name.startsWith('.')) continue;
        const path = join(entry.parentPath, entry.name);
        files.set(relative(folder, path).split(sep).join('/'), await readFile(path, 'utf8'));
      }
      return { id, files };
    },
  };
}
