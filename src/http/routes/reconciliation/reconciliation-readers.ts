import type { RoleId } from '#application/identity/caller';
import type { SignedInAccess } from '#http/access';

const READERS: readonly RoleId[] = [
  'auditor',
  'reader',
  'fund_maker',
  'fund_checker',
  'reconciliation_maker',
  'reconciliation_checker',
];

/** Who reads reconciliations; row security shows each department what is its own. */
export const RECONCILIATION_READERS: SignedInAccess = { roles: READERS, place: 'own places' };
