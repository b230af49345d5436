import { MACHINE_SCOPE } from '#application/identity/machine-scope';
import type { PlaceStore } from '#application/ports/place-store';
import type { Scope } from '#domain/identity/account';

/** How many pools of the register lie outside of a scope: none where it covers the whole. */
export async function countPoolsBeyond(store: Pick<PlaceStore, 'listPools'>, scope: Scope): Promise<number> {
  const seen = new Set((await store.listPools(scope)).map(({ id }) => id));
  const all = await store.listPools(MACHINE_SCOPE);
  return all.filter(({ id }) => !seen.has(id)).length;
}
