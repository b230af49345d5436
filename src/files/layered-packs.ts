import { stat } from 'node:fs/promises';
import type { PackSource } from '#application/ports/pack-source';
import { packFolder } from '#files/pack-folder';

/** The packs of a folder above others; undefined where there is no such folder. */
export async function packsAbove(folder: string, below: PackSource): Promise<PackSource | undefined> {
  const isFolder = await stat(folder).then(
    (found) => found.isDirectory(),
    () => false,
  );
  return isFolder ? layeredPacks(packFolder(folder), below) : undefined;
}

/** Packs above others: only the upper ones are listed, and what they lack but extend is found below. */
function layeredPacks(above: PackSource, below: PackSource): PackSource {
  return {
    listIds: () => above.listIds(),
    findFiles: async (id) => (await above.findFiles(id)) ?? (await below.findFiles(id)),
  };
}
