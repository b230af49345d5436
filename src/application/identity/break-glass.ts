import type { IdentityServices } from '#application/identity/services';
import { hoursAfter } from '#application/time/china-time';
import { decideWithin } from '#application/transaction/decide-within';
import type { Account, Scope } from '#domain/identity/account';
import { decideBreakGlass, decideReview } from '#domain/identity/decide-break-glass';
import { alreadyReviewed, unknownBreakGlass } from '#domain/identity/refusals';
import type { RoleId } from '#domain/identity/roles';
import { allow, refuse, type Decision } from '#kernel/decision';
import { reasonMissing } from '#kernel/reason-missing';

type Needs = Pick<IdentityServices, 'identityStore'>;

interface WantedAccess {
  readonly role: RoleId;
  readonly place: string;
  readonly hours: number;
  readonly reason: string;
}

/** Takes emergency access for some hours; it is effective at once, recorded in every line of the log, and reviewed. */
export async function takeBreakGlass(
  { identityStore }: Needs,
  by: Account,
  wanted: WantedAccess,
  now: string,
): Promise<Decision<{ readonly id: string; readonly until: string }>> {
  const decision = decideBreakGlass(by, wanted);
  if (!decision.allowed) return decision;
  const { role, place, hours, reason } = decision.value;
  const until = hoursAfter(now, hours);
  const { userId, department } = by;
  const taken = { userId, department, role, place, reason, startedAt: now, until };
  const id = await identityStore.within({ userId, parts: [] }, (office) => office.takeBreakGlass(taken));
  return allow({ id, until });
}

/** Reviews another person's emergency access as justified or not; it ends with the review if it has not yet. */
export async function reviewBreakGlass(
  { identityStore }: Needs,
  by: Account,
  scope: Scope,
  review: { readonly id: string; readonly finding: 'justified' | 'unjustified'; readonly note: string },
  now: string,
): Promise<Decision<null>> {
  return decideWithin(identityStore, scope, async (office) => {
    const taken = await office.findBreakGlass(review.id);
    if (taken === undefined) return refuse(unknownBreakGlass(review.id));
    if (review.note.trim() === '') return refuse(reasonMissing('note'));
    const decision = decideReview(by, taken);
    if (!decision.allowed) return decision;
    const isRecorded = await office.reviewBreakGlass(taken, review, by.userId, now);
    return isRecorded ? allow(null) : refuse(alreadyReviewed(review.id));
  });
}
