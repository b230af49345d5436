import type { IdentityServices } from '#application/identity/services';
import { decideWithin } from '#application/transaction/decide-within';
import type { Account, Scope } from '#domain/identity/account';
import { isOpenBinding } from '#domain/identity/binding';
import { alreadyBound, bindingDecided, unknownBinding } from '#domain/identity/binding-refusals';
import { decideBindingDecision, decideBindingRequest } from '#domain/identity/decide-binding';
import { unknownUser } from '#domain/identity/refusals';
import { allow, refuse, type Decision } from '#kernel/decision';
import { reasonMissing } from '#kernel/reason-missing';

type Needs = Pick<IdentityServices, 'identityStore'>;

interface BindingRequest {
  readonly userId: string;
  readonly issuer: string;
  readonly subject: string;
  readonly reason: string;
}

/** Requests the binding of a provider's subject to a user; it holds once another person has confirmed it. */
export async function requestBinding(
  { identityStore }: Needs,
  scope: Scope,
  wanted: BindingRequest,
  now: string,
): Promise<Decision<{ readonly id: string }>> {
  return decideWithin(identityStore, scope, async (office) => {
    const user = await office.findUser(wanted.userId);
    if (user === undefined) return refuse(unknownUser(wanted.userId));
    const decision = decideBindingRequest(user, await office.listBindings(), wanted);
    if (!decision.allowed) return decision;
    return allow({
      id: await office.requestBinding({ ...decision.value, userId: user.id }, scope.userId, now),
    });
  });
}

/** Confirms or refuses another person's request. */
export async function decideBinding(
  { identityStore }: Needs,
  by: Account,
  scope: Scope,
  { id, decision }: { readonly id: string; readonly decision: 'confirmed' | 'refused' },
  now: string,
): Promise<Decision<null>> {
  return decideWithin(identityStore, scope, async (office) => {
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

/** Ends a binding and its sessions, or withdraws a request; that needs no second person. */
export async function endBinding(
  { identityStore }: Needs,
  scope: Scope,
  { id, reason }: { readonly id: string; readonly reason: string },
  now: string,
): Promise<Decision<null>> {
  return decideWithin(identityStore, scope, async (office) => {
    const binding = await office.findBinding(id);
    if (binding === undefined) return refuse(unknownBinding(id));
    if (reason.trim() === '') return refuse(reasonMissing());
    const isEnded = isOpenBinding(binding) && (await office.endBinding(id, scope.userId, reason, now));
    return isEnded ? allow(null) : refuse(bindingDecided(id));
  });
}
