import { loadPackWithParents } from '#application/packs/load-pack-with-parents';
import { isHashPrefix, openStoredPack } from '#application/packs/stored-pack';
import type { CliServices, OpenedStore } from '#cli/services';

type Loaded = Awaited<ReturnType<typeof loadPackWithParents>>;

/** Whether a text names a stored version: it could begin a hash, and no pack has it as id. */
async function namesStoredPack(services: CliServices, ref: string): Promise<boolean> {
  return isHashPrefix(ref) && !(await services.source.listIds()).includes(ref);
}

/** The pack that a text names: the present content of a pack's folder by id, else a stored version by its hash. */
export async function openPackRef(
  services: CliServices,
  store: Pick<OpenedStore, 'packLifeStore'>,
  ref: string,
): Promise<Loaded> {
  return (await namesStoredPack(services, ref))
    ? openStoredPack(store.packLifeStore, services.hash, ref)
    : loadPackWithParents(services, ref);
}

/** As `openPackRef`, for commands that may need no database: it is opened for a stored version only. */
export async function openPackAnywhere(services: CliServices, ref: string): Promise<Loaded> {
  if (!(await namesStoredPack(services, ref))) return loadPackWithParents(services, ref);
  const store = await services.openStore();
  if (!store.allowed) return store;
  try {
    return await openPackRef(services, store.value, ref);
  } finally {
    await store.value.close();
  }
}
