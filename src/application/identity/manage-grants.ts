import type { IdentityServices } from '#application/identity/services';
import { decideWithin } from '#application/transaction/decide-within';
import type { Account, Scope } from '#domain/identity/account';
import { decideGrantDecision, decideGrantRequest } from '#domain/identity/decide-grant';
import { grantDecided, unknownGrant, unknownUser } from '#domain/identity/refusals';
import type { RoleId } from '#domain/identity/roles';
import { allow, refuse, type Decision } from '#kernel/decision';
import { reasonMissing } from '#kernel/reason-missing';

type Needs = Pick<IdentityServices, 'identityStore'>;

interface GrantRequest {
  readonly userId: string;
  readonly role: RoleId;
  readonly place: string;
  readonly reason: string;
}

/** Requests a grant; it holds once another person has confirmed it. */
export async function requestGrant(
  { identityStore }: Needs,
  scope: Scope,
  wanted: GrantRequest,
  now: string,
): Promise<Decision<{ readonly id: string }>> {
  return decideWithin(identityStore, scope, async (office) => {
    const user = await office.findUser(wanted.userId);
    if (user === undefined) return refuse(unknownUser(wanted.userId));
    const decision = decideGrantRequest(user, await office.listGrants(user.id), wanted);
    if (!decision.allowed) return decision;
    return allow({ id: await office.requestGrant({ ...decision.value, user }, scope.userId, now) });
  });
}

/** Confirms or refuses another person's request. */
export async function decideGrant(
  { identityStore }: Needs,
  by: Account,
  scope: Scope,
  { id, decision }: { readonly id: string; readonly decision: 'confirmed' | 'refused' },
  now: string,
): Promise<Decision<null>> {
  return decideWithin(identityStore, scope, async (office) => {
    const grant = await office.findGrant(id);
    if (grant === undefined) return refuse(unknownGrant(id));
    // Whoever decides must see the user whole, or what excludes the role could lie outside of the scope.
    if ((await office.findUser(grant.userId)) === undefined) return refuse(unknownUser(grant.userId));
    const others = await office.listGrants(grant.userId);
    const allowed = decideGrantDecision(by, grant, others, decision === 'confirmed');
    if (!allowed.allowed) return allowed;
    return (await office.decideGrant(grant, decision, scope.userId, now))
      ? allow(null)
      : refuse(grantDecided(id));
  });
}

/** Ends a grant, or withdraws a request; fewer rights need no second person. */
export async function endGrant(
  { identityStore }: Needs,
  scope: Scope,
  { id, reason }: { readonly id: string; readonly reason: string },
  now: string,
): Promise<Decision<null>> {
  return decideWithin(identityStore, scope, async (office) => {
    const grant = await office.findGrant(id);
    if (grant === undefined) return refuse(unknownGrant(id));
    if (reason.trim() === '') return refuse(reasonMissing());
    const isOpen = grant.state === 'requested' || grant.state === 'confirmed';
    const isEnded = isOpen && (await office.endGrant(id, scope.userId, reason, now));
    return isEnded ? allow(null) : refuse(grantDecided(id));
  });
}
