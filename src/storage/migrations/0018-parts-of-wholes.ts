import { APPROVAL_WHOLE } from '#storage/migrations/0018-approval-whole';
import { YEAR_RUNS } from '#storage/migrations/0018-year-runs';
import type { Migration } from '#storage/migrations/migration';

/** What belongs to a file of openings or to a year of adjustment, and is decided and shown with it alone. */
export const migration0018: Migration = {
  number: 18,
  name: 'parts of wholes',
  sql: APPROVAL_WHOLE + YEAR_RUNS,
};
