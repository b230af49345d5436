import { checkNewUser } from '#application/identity/check-new-user';
import type { IdentityServices } from '#application/identity/services';
import type { NewUser } from '#application/ports/identity-store';
import { decideWithin } from '#application/transaction/decide-within';
import type { Scope } from '#domain/identity/account';
import { loginTaken, samePerson, unknownUser, userEnded } from '#domain/identity/refusals';
import { allow, refuse, type Decision } from '#kernel/decision';
import { reasonMissing } from '#kernel/reason-missing';

/** A password that its user replaces at the first sign-in; shown once and stored only as its hash. */
export interface InitialPassword {
  readonly id: string;
  readonly initialPassword: string;
}

/** Adds an account without any role. */
export async function addUser(
  { identityStore, passwords, randomToken }: IdentityServices,
  scope: Scope,
  wanted: NewUser,
  now: string,
): Promise<Decision<InitialPassword>> {
  const user = checkNewUser(wanted);
  if (!user.allowed) return user;
  const initialPassword = randomToken();
  const hash = await passwords.hash(initialPassword);
  return decideWithin(identityStore, scope, async (office) => {
    const id = await office.addUser(user.value, scope.userId, now);
    if (id === undefined) return refuse(loginTaken(user.value.login));
    await office.setPassword(id, { hash, mustChange: true }, now);
    return allow({ id, initialPassword });
  });
}

/**
 * Sets a new password for a user who forgot it, and ends the user's sessions and grants: the person who resets it could
 * sign in with it, and must not gain another person's roles unless a second person confirms them anew.
 */
export async function resetPassword(
  { identityStore, passwords, randomToken }: IdentityServices,
  scope: Scope,
  id: string,
  now: string,
): Promise<Decision<InitialPassword>> {
  const initialPassword = randomToken();
  const hash = await passwords.hash(initialPassword);
  return decideWithin(identityStore, scope, async (office) => {
    if (id === scope.userId) return refuse(samePerson(id));
    const user = await office.findUser(id);
    if (user === undefined) return refuse(unknownUser(id));
    if (user.endedAt !== null) return refuse(userEnded(user.login));
    for (const grant of await office.listGrants(id)) {
      const isOpen = grant.state === 'requested' || grant.state === 'confirmed';
      if (isOpen) await office.endGrant(grant.id, scope.userId, 'password reset', now);
    }
    await office.setPassword(id, { hash, mustChange: true }, now);
    return allow({ id, initialPassword });
  });
}

/** Ends an account with its sessions, for good. */
export async function endUser(
  { identityStore }: Pick<IdentityServices, 'identityStore'>,
  scope: Scope,
  { id, reason }: { readonly id: string; readonly reason: string },
  now: string,
): Promise<Decision<null>> {
  return decideWithin(identityStore, scope, async (office) => {
    if (id === scope.userId) return refuse(samePerson(id));
    if (reason.trim() === '') return refuse(reasonMissing());
    const user = await office.findUser(id);
    if (user === undefined) return refuse(unknownUser(id));
    if (user.endedAt !== null) return refuse(userEnded(user.login));
    await office.endUser(id, scope.userId, reason, now);
    return allow(null);
  });
}
