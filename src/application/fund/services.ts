import type { PackLoading } from '#application/packs/load-pack-with-parents';
import type { LedgerReader } from '#application/ports/ledger-reader';
import type { LedgerStore } from '#application/ports/ledger-store';
import type { PackLifeStore } from '#application/ports/pack-life-store';
import type { PlaceStore } from '#application/ports/place-store';

/** The services that the ledger's use cases need. */
export interface FundServices extends PackLoading {
  readonly ledgerStore: LedgerStore;
  readonly ledgerReader: LedgerReader;
  readonly placeStore: PlaceStore;
  readonly packLifeStore: Pick<PackLifeStore, 'findHashes' | 'findArtefact'>;
}
