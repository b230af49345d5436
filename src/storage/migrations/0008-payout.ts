import { PAYOUT_CHECKS } from '#storage/migrations/0008-payout-checks';
import { PAYOUT_SCOPE } from '#storage/migrations/0008-payout-scope';
import { PAYOUT_TABLES } from '#storage/migrations/0008-payout-tables';
import type { Migration } from '#storage/migrations/migration';

/** Bank accounts and flows: payment plans, payment runs, banks' answers, interest. */
export const migration0008: Migration = {
  number: 8,
  name: 'payout',
  sql: PAYOUT_TABLES + PAYOUT_CHECKS + PAYOUT_SCOPE,
};
