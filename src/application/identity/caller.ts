import { grantsFor, scopeOf, type Account, type HeldGrant, type Scope } from '#domain/identity/account';
import { ROLE_IDS, type RoleId } from '#domain/identity/roles';

export type { Account, HeldGrant, RoleId, Scope };

/** The caller of one request, with what it may see. */
export interface Caller {
  readonly account: Account;
  /** The grants that the call's roles use. */
  readonly scope: Scope;
}

/** Makes the caller of a route that requires one of these roles, or only a session. */
export function callerFor(account: Account, roles: readonly RoleId[] | 'anyone signed in'): Caller {
  return { account, scope: roles === 'anyone signed in' ? ownRowsOnly(account) : scopeOf(account, roles) };
}

/**
 * Finds the grants by which an account may make a call about a place (or, without one, at all); lasting ones first, so
 * that emergency access is named only where no other grant allows the call.
 */
export function findGrants(
  account: Account,
  roles: readonly RoleId[] | 'anyone signed in',
  place: string | undefined,
): readonly HeldGrant[] {
  const asked = roles === 'anyone signed in' ? ROLE_IDS : roles;
  const found = grantsFor(account, asked, place);
  return [
    ...found.filter((grant) => grant.breakGlass === null),
    ...found.filter((grant) => grant.breakGlass !== null),
  ];
}

function ownRowsOnly({ userId }: Account): Scope {
  return { userId, parts: [] };
}
