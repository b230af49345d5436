import {
  unknownPack,
  loadPackWithParents,
  type PackLoading,
} from '#application/packs/load-pack-with-parents';
import { openStoredPack, unknownVersion } from '#application/packs/stored-pack';
import type { PackLifeStore } from '#application/ports/pack-life-store';
import { allow, refuse, type Decision, type Refusal } from '#kernel/decision';
import type { Pack } from '#rules/pack/pack';

/** The present content of a place's pack, for whoever has seen it with this hash; refused if it changed since. */
export async function openPresent(
  loading: PackLoading,
  packId: string,
  seen: string,
): Promise<Decision<Pack>> {
  const pack = await loadPackWithParents(loading, packId);
  return pack.allowed && pack.value.hash !== seen ? refuse(staleHash(pack.value, seen)) : pack;
}

/** A stored version of this place by its whole hash; another place's version is none of it. */
export async function openVersion(
  loading: PackLoading,
  store: Pick<PackLifeStore, 'findHashes' | 'findArtefact' | 'listEvents'>,
  packId: string,
  hash: string,
): Promise<Decision<Pack>> {
  const known = await isKnownPack(loading, store, packId);
  if (!known.allowed) return known;
  const pack = await openStoredPack(store, loading.hash, hash);
  return pack.allowed && pack.value.raw.id !== packId ? refuse(unknownVersion(hash)) : pack;
}

/** Whether there is such a pack: its files, or at least what happened to its versions. */
export async function isKnownPack(
  { source }: PackLoading,
  store: Pick<PackLifeStore, 'listEvents'>,
  packId: string,
): Promise<Decision<true>> {
  const ids = await source.listIds();
  if (ids.includes(packId) || (await store.listEvents(packId)).length > 0) return allow(true);
  return refuse(unknownPack(packId, ids));
}

function staleHash({ raw, hash }: Pack, seen: string): Refusal {
  return {
    code: 'stale_hash',
    at: seen.slice(0, 12),
    what: {
      zh: `${raw.id} 的文件已改动，现为 ${hash.slice(0, 12)}，不是所看到的内容`,
      en: `the files of ${raw.id} have changed since: they are ${hash.slice(0, 12)} now, not what was seen`,
    },
    next: { zh: '请重新打开本页，看过现有内容再提交', en: 'look at the present content, then submit it' },
  };
}
