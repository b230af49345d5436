import type { RoleId } from '#console/api/session-queries.ts';

/** Who sees budgets. */
export const BUDGET_READERS: readonly RoleId[] = [
  'budget_maker',
  'budget_checker',
  'fund_maker',
  'fund_checker',
  'auditor',
];
