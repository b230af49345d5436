import { CORRECTIONS } from '#storage/migrations/0017-corrections';
import { JOURNAL_IN_FORCE } from '#storage/migrations/0017-journal-in-force';
import { MONTH_CLOSING } from '#storage/migrations/0017-month-closing';
import { PEOPLE } from '#storage/migrations/0017-people';
import { VERIFICATIONS } from '#storage/migrations/0017-verifications';
import type { Migration } from '#storage/migrations/migration';

/** What people of the fund answer for: months closed with reasons, who they are, and when they had the ledger verified. */
export const migration0017: Migration = {
  number: 17,
  name: 'fund people',
  sql: MONTH_CLOSING + PEOPLE + VERIFICATIONS + JOURNAL_IN_FORCE + CORRECTIONS,
};
