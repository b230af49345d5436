import type { SignedInAccess } from '#http/access';

/** Departments that take part read as readers; those that keep the fund act. */
export const SUPERVISION_READERS: SignedInAccess = {
  roles: ['fund_maker', 'fund_checker', 'reader', 'auditor'],
  place: 'own places',
};
