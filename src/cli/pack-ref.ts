import { loadPackWithParents } from '#application/packs/load-pack-with-parents';
import { namesStoredPack, openPackRef } from '#application/packs/open-pack-ref';
import type { CliServices } from '#cli/services';

type Loaded = Awaited<ReturnType<typeof loadPackWithParents>>;

/** As `openPackRef`, for commands that may need no database: it is opened for a stored version only. */
export async function openPackAnywhere(services: CliServices, ref: string): Promise<Loaded> {
  if (!(await namesStoredPack(services, ref))) return loadPackWithParents(services, ref);
  const store = await services.openStore();
  if (!store.allowed) return store;
  try {
    return await openPackRef(services, store.value.packLifeStore, ref);
  } finally {
    await store.value.close();
  }
}
