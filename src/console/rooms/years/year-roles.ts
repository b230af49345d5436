import type { RoleId } from '#console/api/session-queries.ts';

/** Who sees years of adjustment. */
export const YEAR_READERS: readonly RoleId[] = ['fund_maker', 'fund_checker', 'auditor'];
