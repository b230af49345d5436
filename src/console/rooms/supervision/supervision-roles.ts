import type { RoleId } from '#console/api/session-queries.ts';

/** Who reads the register of supervision. */
export const SUPERVISION_READERS: readonly RoleId[] = ['fund_maker', 'fund_checker', 'reader', 'auditor'];
