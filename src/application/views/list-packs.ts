import { loadPackWithParents, type PackLoading } from '#application/packs/load-pack-with-parents';
import { packHead, type PackHead } from '#application/views/pack-view';
import type { Refusal } from '#kernel/decision';

/** The packs there are, and those that cannot be used, each with what is wrong with it. */
export interface PackList {
  readonly packs: readonly PackHead[];
  readonly faulty: readonly { readonly id: string; readonly refusals: readonly Refusal[] }[];
}

/** Lists every pack in order of id. One faulty pack does not hide the others, nor is it left out unsaid. */
export async function listPacks(loading: PackLoading): Promise<PackList> {
  const ids = await loading.source.listIds();
  const loaded = await Promise.all(
    ids.map(async (id) => ({ id, pack: await loadPackWithParents(loading, id) })),
  );
  return {
    packs: loaded.flatMap(({ pack }) => (pack.allowed ? [packHead(pack.value)] : [])),
    faulty: loaded.flatMap(({ id, pack }) => (pack.allowed ? [] : [{ id, refusals: pack.refusals }])),
  };
}
