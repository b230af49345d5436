import type { IdentityServices } from '#application/identity/services';
import type { Account, Scope } from '#domain/identity/account';
import { isOpenBinding } from '#domain/identity/binding';
import { alreadyBound, bindingDecided, unknownBinding } from '#domain/identity/binding-refusals';
import { decideBindingDecision, decideBindingRequest } from '#domain/identity/decide-binding';
import { reasonMissing, unknownUser } from '#domain/identity/refusals';
import { allow, refuse, type Decision } from '#kernel/decision';

type Needs = Pick<IdentityServices, 'identityStore'>;

interface BindingRequest {
  readonly userId: string;
  readonly issuer: string;
  readonly subject: string;
  readonly reason: string;
}

/** Asks that a subject of the provider be a user here; it holds once another person has confirmed it. */
export async function requestBinding(
  { identityStore }: Needs,
  scope: Scope,
  wanted: BindingRequest,
  now: string,
): Promise<Decision<{ readonly id: string }>> {
  return identityStore.within(scope, async (office) => {
    const user = await office.findUser(wanted.userId);
    if (user === undefined) return refuse(unknownUser(wanted.userId));
    const decision = decideBindingRequest(user, await office.listBindings(), wanted);
    if (!decision.allowed) return decision;
    return allow({
      id: await office.requestBinding({ ...decision.value, userId: user.id }, scope.userId, now),
    });
  });
}

/** Confirms or refuses what another person asked for. */
export async function decideBinding(
  { identityStore }: Needs,
  by: Account,
  scope: Scope,
  { id, decision }: { readonly id: string; readonly decision: 'confirmed' | 'refused' },
  now: string,
): Promise<Decision<null>> {
  return identityStore.within(scope, async (office) => {
    const binding = await office.findBinding(id);
    if (binding === undefined) return refuse(unknownBinding(id));
    const allowed = decideBindingDecision(by, binding);
    if (!allowed.allowed) return allowed;
    switch (await office.decideBinding(binding, decision, scope.userId, now)) {
      case 'recorded':
        return allow(null);
      case 'decided':
        return refuse(bindingDecided(id));
      case 'bound':
        return refuse(alreadyBound());
    }
  });
}

/** Ends a binding with the sessions that it opened, or takes a request back; that needs no second person. */
export async function endBinding(
  { identityStore }: Needs,
  scope: Scope,
  { id, reason }: { readonly id: string; readonly reason: string },
  now: string,
): Promise<Decision<null>> {
  return identityStore.within(scope, async (office) => {
    const binding = await office.findBinding(id);
    if (binding === undefined) return refuse(unknownBinding(id));
    if (reason.trim() === '') return refuse(reasonMissing());
    const isEnded = isOpenBinding(binding) && (await office.endBinding(id, scope.userId, reason, now));
    return isEnded ? allow(null) : refuse(bindingDecided(id));
  });
}
