import type { SignedInAccess } from '#http/access';

/** Who may read statements; which of them follows from the places that a role is held at. */
export const STATEMENT_READERS: SignedInAccess = {
  roles: ['fund_maker', 'fund_checker', 'budget_maker', 'budget_checker', 'auditor', 'reader'],
  place: 'own places',
};
