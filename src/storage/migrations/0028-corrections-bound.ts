import { CORRECTION_DROPS } from '#storage/migrations/0028-correction-drops';
import { RETURNED_AMOUNTS } from '#storage/migrations/0028-returned-amounts';
import type { Migration } from '#storage/migrations/migration';

/** How corrections end and what they are held to. */
export const migration0028: Migration = {
  number: 28,
  name: 'corrections bound',
  sql: CORRECTION_DROPS + RETURNED_AMOUNTS,
};
