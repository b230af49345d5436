import { fileURLToPath } from 'node:url';
import { loadPackWithParents } from '#application/packs/load-pack-with-parents';
import { packFolder } from '#files/pack-folder';
import { sha256 } from '#files/sha256';
import { refusalLine } from '#kernel/decision';
import type { Pack } from '#rules/pack/pack';

const PACKS = fileURLToPath(new URL('../../packs', import.meta.url));

/** Loads a pack of the repository; a faulty one fails the test with all that is wrong with it. */
export async function loadTestPack(id: string): Promise<Pack> {
  const pack = await loadPackWithParents({ source: packFolder(PACKS), hash: sha256 }, id);
  if (!pack.allowed) throw new Error(pack.refusals.map(refusalLine).join('\n'));
  return pack.value;
}
