import { LEDGER_OPENING } from '#storage/migrations/0007-ledger-opening';
import { PLACE_SCOPE } from '#storage/migrations/0007-place-scope';
import { PLACE_TABLES } from '#storage/migrations/0007-place-tables';
import type { Migration } from '#storage/migrations/migration';

/** Places and pools, the row security of the ledger that follows from them, and openings from older systems. */
export const migration0007: Migration = {
  number: 7,
  name: 'places',
  sql: PLACE_TABLES + PLACE_SCOPE + LEDGER_OPENING,
};
