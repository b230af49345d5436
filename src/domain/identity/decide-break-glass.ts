import type { Account } from '#domain/identity/account';
import type { BreakGlass } from '#domain/identity/grant';
import { isPlacePath } from '#domain/identity/place-path';
import * as refusals from '#domain/identity/refusals';
import type { RoleId } from '#domain/identity/roles';
import { allow, allowUnless, refuse, type Decision, type Refusal } from '#kernel/decision';
import { reasonMissing } from '#kernel/reason-missing';

/** One working day; whoever needs it longer requests a grant. The database enforces the same limit. */
const LONGEST_BREAK_GLASS_HOURS = 8;

interface WantedAccess {
  readonly role: RoleId;
  readonly place: string;
  readonly hours: number;
  readonly reason: string;
}

/**
 * Decides whether a person may take emergency access: only in a role granted by two people, so that only the place
 * widens; never as administrator, who could make lasting grants.
 */
export function decideBreakGlass(by: Account, wanted: WantedAccess): Decision<WantedAccess> {
  const found: Refusal[] = [];
  const isHeld = by.grants.some(({ role, breakGlass }) => role === wanted.role && breakGlass === null);
  if (!isHeld || wanted.role === 'administrator') found.push(refusals.roleNotHeld(wanted.role));
  if (!isPlacePath(wanted.place)) found.push(refusals.badPlace('place'));
  if (wanted.reason.trim() === '') found.push(reasonMissing());
  if (!Number.isInteger(wanted.hours) || wanted.hours < 1 || wanted.hours > LONGEST_BREAK_GLASS_HOURS) {
    found.push(refusals.badHours(LONGEST_BREAK_GLASS_HOURS));
  }
  return allowUnless(found, () => wanted);
}

/** Decides whether a person may review an emergency access: another than the one who took it, and once. */
export function decideReview(by: Account, taken: BreakGlass): Decision<BreakGlass> {
  if (taken.reviewedBy !== null) return refuse(refusals.alreadyReviewed(taken.id));
  return taken.userId === by.userId ? refuse(refusals.samePerson(taken.id)) : allow(taken);
}
