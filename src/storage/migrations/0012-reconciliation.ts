import { RECONCILIATION_CHECKS } from '#storage/migrations/0012-reconciliation-checks';
import { RECONCILIATION_SCOPE } from '#storage/migrations/0012-reconciliation-scope';
import { RECONCILIATION_TABLES } from '#storage/migrations/0012-reconciliation-tables';
import type { Migration } from '#storage/migrations/migration';

/** Statements of bank, finance, treasury and tax, differences and reconciled months. */
export const migration0012: Migration = {
  number: 12,
  name: 'reconciliation',
  sql: RECONCILIATION_TABLES + RECONCILIATION_CHECKS + RECONCILIATION_SCOPE,
};
