import { loadPackWithParents, type PackLoading } from '#application/packs/load-pack-with-parents';
import { isHashPrefix, openStoredPack } from '#application/packs/stored-pack';
import type { PackLifeStore } from '#application/ports/pack-life-store';
import type { Decision } from '#kernel/decision';
import type { Pack } from '#rules/pack/pack';

/** Whether a text names a stored version: it could begin a hash, and no pack has it as id. */
export async function namesStoredPack({ source }: PackLoading, ref: string): Promise<boolean> {
  return isHashPrefix(ref) && !(await source.listIds()).includes(ref);
}

/** The pack that a text names: the present content of a pack's folder by id, else a stored version by its hash. */
export async function openPackRef(
  loading: PackLoading,
  store: Pick<PackLifeStore, 'findHashes' | 'findArtefact'>,
  ref: string,
): Promise<Decision<Pack>> {
  return (await namesStoredPack(loading, ref))
    ? openStoredPack(store, loading.hash, ref)
    : loadPackWithParents(loading, ref);
}
