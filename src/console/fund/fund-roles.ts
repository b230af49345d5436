import type { RoleId } from '#console/api/session-queries.ts';

/** Who reads the fund's books, payments and statements. */
export const FUND_READERS: readonly RoleId[] = [
  'auditor',
  'reader',
  'fund_maker',
  'fund_checker',
  'budget_maker',
  'budget_checker',
  'reconciliation_maker',
  'reconciliation_checker',
];

/** Who reads statements. */
export const STATEMENT_READERS: readonly RoleId[] = [
  'fund_maker',
  'fund_checker',
  'budget_maker',
  'budget_checker',
  'auditor',
  'reader',
];

/** Who sees how the ledger is sealed. */
export const SEAL_READERS: readonly RoleId[] = ['auditor', 'fund_maker', 'fund_checker'];
