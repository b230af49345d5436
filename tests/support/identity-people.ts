import { makeFirstAdministrator } from '#application/identity/first-administrator';
import { decideGrant, requestGrant } from '#application/identity/manage-grants';
import { addUser } from '#application/identity/manage-users';
import { openSession } from '#application/identity/sign-in';
import { callerFor, type Caller, type RoleId } from '#application/identity/caller';
import type { IdentityServices } from '#application/identity/services';
import type { NewUser } from '#application/ports/identity-store';
import { randomToken } from '#files/random-token';
import { sha256 } from '#files/sha256';
import { assert, present } from '#kernel/assert';
import type { Decision } from '#kernel/decision';
import type { Database } from '#storage/database/connect';
import { createIdentityStore } from '#storage/identity/identity-store';
import { createScryptPasswords } from '#storage/identity/scrypt-passwords';
import { CHEAP_SCRYPT } from '#tests/support/local-server';

export const PASSWORD = 'Lake-and-Hill-2026';
export const PEOPLE_NOW = '2026-03-01T00:00:00.000Z';

export function identityServices(database: Database): IdentityServices {
  return {
    identityStore: createIdentityStore(database),
    passwords: createScryptPasswords(CHEAP_SCRYPT),
    randomToken,
    hash: sha256,
  };
}

/** The value of a decision that a test relies on. */
function allowed<T>(decision: Decision<T>): T {
  assert(decision.allowed, decision.allowed ? '' : decision.refusals.map(({ code }) => code).join(' '));
  return decision.value;
}

/** Two administrators of the invented province, `ann` and `bo`, made by the first set-up. */
export async function makeAdministrators(services: IdentityServices): Promise<readonly [Caller, Caller]> {
  for (const login of ['ann', 'bob']) {
    const user = { login, name: login, department: 'data', place: 'yunhai' } as const;
    allowed(await makeFirstAdministrator(services, user, PASSWORD, PEOPLE_NOW));
  }
  return [await callerNamed(services, 'ann'), await callerNamed(services, 'bob')];
}

async function callerNamed(services: IdentityServices, login: string): Promise<Caller> {
  const start = await services.identityStore.beginSignIn(login, PEOPLE_NOW);
  assert(start.kind === 'known', `${login} is known`);
  const { account } = await sessionOf(services, start.userId);
  return callerFor(account, ['administrator']);
}

/** A session of a user, without its password. */
export async function sessionOf(
  services: IdentityServices,
  userId: string,
): Promise<{ readonly token: string; readonly account: Caller['account'] }> {
  const { token } = await openSession(services, userId, PEOPLE_NOW);
  const account = await services.identityStore.findAccount(sha256(token), PEOPLE_NOW, 30);
  return { token, account: present(account, 'the account of a new session') };
}

/** Adds a user with grants that one administrator asks for and the other confirms; gives the user's id. */
export async function addPerson(
  services: IdentityServices,
  [ann, bob]: readonly [Caller, Caller],
  user: NewUser,
  grants: readonly (readonly [RoleId, string])[],
): Promise<string> {
  const { id } = allowed(await addUser(services, ann.scope, user, PEOPLE_NOW));
  for (const [role, place] of grants) {
    const wanted = { userId: id, role, place, reason: 'test' };
    const grant = allowed(await requestGrant(services, ann.scope, wanted, PEOPLE_NOW));
    const decision = { id: grant.id, decision: 'confirmed' } as const;
    allowed(await decideGrant(services, bob.account, bob.scope, decision, PEOPLE_NOW));
  }
  const hash = await services.passwords.hash(PASSWORD);
  await services.identityStore.within({ userId: id, parts: [] }, (office) =>
    office.setPassword(id, { hash, mustChange: false }, PEOPLE_NOW),
  );
  return id;
}
