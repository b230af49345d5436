import { BLOCK_SALT } from '#storage/migrations/0031-block-salt';
import { TURNOVERS_AT_ONCE } from '#storage/migrations/0031-turnovers-at-once';
import type { Migration } from '#storage/migrations/migration';

export const migration0031: Migration = {
  number: 31,
  name: 'salted seals and turnovers at once',
  sql: BLOCK_SALT + TURNOVERS_AT_ONCE,
};
