import type { RoleId } from '#console/api/session-queries.ts';

/** Who reads reconciliations. */
export const RECONCILIATION_READERS: readonly RoleId[] = [
  'auditor',
  'reader',
  'fund_maker',
  'fund_checker',
  'reconciliation_maker',
  'reconciliation_checker',
];
