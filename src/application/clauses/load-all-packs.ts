import { loadPackWithParents, type PackLoading } from '#application/packs/load-pack-with-parents';
import { allowUnless, collect, type Decision, type Refusal } from '#kernel/decision';
import type { Pack } from '#rules/pack/pack';

/** Loads every pack that there is, and one more that is named, or says everything that is wrong with any. */
export async function loadAllPacks(loading: PackLoading, also?: string): Promise<Decision<readonly Pack[]>> {
  const ids = new Set([...(await loading.source.listIds()), ...(also === undefined ? [] : [also])]);
  const packs: Pack[] = [];
  const refusals: Refusal[] = [];
  for (const id of ids) {
    const pack = collect(await loadPackWithParents(loading, id), refusals);
    if (pack !== undefined) packs.push(pack);
  }
  return allowUnless(refusals, () => packs);
}
