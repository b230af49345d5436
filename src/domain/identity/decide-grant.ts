import type { Account } from '#domain/identity/account';
import type { Grant, User } from '#domain/identity/grant';
import { coversPlace } from '#domain/identity/place-path';
import { mayHoldBoth, ROLES, type RoleId } from '#domain/identity/roles';
import * as refusals from '#domain/identity/refusals';
import { allow, allowUnless, refuse, type Decision, type Refusal } from '#kernel/decision';
import { reasonMissing } from '#kernel/reason-missing';

interface WantedGrant {
  readonly role: RoleId;
  readonly place: string;
  readonly reason: string;
}

/**
 * Decides whether a grant may be requested: the department fits, the place is not above the user's home, and no other
 * role excludes it.
 */
export function decideGrantRequest(
  user: User,
  present: readonly Grant[],
  wanted: WantedGrant,
): Decision<WantedGrant> {
  const { role, place } = wanted;
  const found: Refusal[] = [];
  if (user.endedAt !== null) found.push(refusals.userEnded(user.login));
  if (wanted.reason.trim() === '') found.push(reasonMissing());
  const departments: readonly string[] = ROLES[role].departments;
  if (!departments.includes(user.department))
    found.push(refusals.roleNotForDepartment(role, user.department));
  if (!coversPlace(user.place, place)) found.push(refusals.aboveHome(user.place));
  const open = present.filter(({ state }) => state === 'requested' || state === 'confirmed');
  if (open.some((grant) => grant.role === role && grant.place === place))
    found.push(refusals.alreadyGranted());
  const excluding = open.find((grant) => !mayHoldBoth(grant.role, role));
  if (excluding !== undefined) found.push(refusals.rolesExclude(role, excluding.role));
  return allowUnless(found, () => wanted);
}

/** Decides whether a person may decide on a request: neither the requester nor the beneficiary. */
export function decideGrantDecision(
  by: Account,
  grant: Grant,
  others: readonly Grant[],
  isConfirming: boolean,
): Decision<Grant> {
  if (grant.state !== 'requested') return refuse(refusals.grantDecided(grant.id));
  if (grant.requestedBy === by.userId || grant.userId === by.userId)
    return refuse(refusals.samePerson(grant.id));
  const held = others.filter(({ id, state }) => id !== grant.id && state === 'confirmed');
  const excluding = isConfirming ? held.find(({ role }) => !mayHoldBoth(role, grant.role)) : undefined;
  return excluding === undefined ? allow(grant) : refuse(refusals.rolesExclude(grant.role, excluding.role));
}
