import type { RoleId } from '#application/identity/caller';
import type { SignedInAccess } from '#http/access';

const READERS: readonly RoleId[] = [
  'auditor',
  'reader',
  'fund_maker',
  'fund_checker',
  'budget_maker',
  'budget_checker',
  'reconciliation_maker',
  'reconciliation_checker',
];

/** Who reads the ledger: whoever works with the fund, and whoever may look only. */
export const LEDGER_READERS: SignedInAccess = { roles: READERS, place: 'own places' };

/** Who reads the register of places and pools: these, and who keeps it. */
export const REGISTER_READERS: SignedInAccess = {
  roles: ['administrator', ...READERS],
  place: 'own places',
};
