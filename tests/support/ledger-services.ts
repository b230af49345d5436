import type { HttpServices } from '#http/services';
import type { Database } from '#storage/database/connect';
import { createLedgerReader } from '#storage/ledger/ledger-reader';
import { createLedgerStore } from '#storage/ledger/ledger-store';
import { createOpeningStore } from '#storage/ledger/opening-store';
import { createPackLifeStore } from '#storage/pack-life-store';
import { createPlaceStore } from '#storage/place/place-store';

/** The stores that routes of the ledger and the register need. */
export function ledgerServices(
  database: Database,
): Pick<HttpServices, 'ledgerStore' | 'ledgerReader' | 'openingStore' | 'placeStore' | 'packLifeStore'> {
  return {
    ledgerStore: createLedgerStore(database),
    ledgerReader: createLedgerReader(database),
    openingStore: createOpeningStore(database),
    placeStore: createPlaceStore(database),
    packLifeStore: createPackLifeStore(database),
  };
}
