import type { YearOffice } from '#application/ports/adjustment-year-store';
import type { PackLifeStore } from '#application/ports/pack-life-store';

/** Reads stored packs by full hash, within the transaction of a year. */
export function storedPacks({ runs }: YearOffice): Pick<PackLifeStore, 'findHashes' | 'findArtefact'> {
  return {
    findHashes: async (hash) => ((await runs.findArtefact(hash)) === undefined ? [] : [hash]),
    findArtefact: (hash) => runs.findArtefact(hash),
  };
}
