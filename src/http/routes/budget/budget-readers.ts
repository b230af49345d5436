import type { SignedInAccess } from '#http/access';

/** Who may see budgets of own places. */
export const BUDGET_READERS: SignedInAccess = {
  roles: ['budget_maker', 'budget_checker', 'fund_maker', 'fund_checker', 'auditor'],
  place: 'own places',
};
