import { checkNewUser } from '#application/identity/check-new-user';
import type { IdentityServices } from '#application/identity/services';
import type { NewUser } from '#application/ports/identity-store';
import { checkPassword } from '#domain/identity/password-rules';
import { loginTaken, roleNotForDepartment, setUpOver } from '#domain/identity/refusals';
import { ROLES } from '#domain/identity/roles';
import { allow, collect, refuse, type Decision, type Refusal } from '#kernel/decision';

/** Number of administrators made without a grant confirmed by another person; the database holds the same number. */
const FIRST_ADMINISTRATORS = 2;

/** Counts the administrators missing until two people can confirm each other's requests; 0 when the set-up is over. */
export async function countMissingAdministrators({
  identityStore,
}: Pick<IdentityServices, 'identityStore'>): Promise<number> {
  return Math.max(0, FIRST_ADMINISTRATORS - (await identityStore.countAdministrators()));
}

/**
 * Makes one of the first two administrators. The right to do so is shown elsewhere: by the machine's command line, or
 * by the token that the server printed there.
 */
export async function makeFirstAdministrator(
  { identityStore, passwords }: Pick<IdentityServices, 'identityStore' | 'passwords'>,
  wanted: NewUser,
  password: string,
  now: string,
): Promise<Decision<{ readonly login: string }>> {
  const found: Refusal[] = [];
  const user = collect(checkNewUser(wanted), found);
  found.push(...checkPassword(password, user?.login ?? wanted.login));
  const departments: readonly string[] = ROLES.administrator.departments;
  if (!departments.includes(wanted.department)) {
    found.push(roleNotForDepartment('administrator', wanted.department));
  }
  const [first, ...others] = found;
  if (first !== undefined || user === undefined) return refuse(first ?? setUpOver(), ...others);
  if ((await countMissingAdministrators({ identityStore })) === 0) return refuse(setUpOver());
  const made = await identityStore.makeFirstAdministrator(user, await passwords.hash(password), now);
  switch (made) {
    case 'made':
      return allow({ login: user.login });
    case 'set_up_over':
      return refuse(setUpOver());
    case 'login_taken':
      return refuse(loginTaken(user.login));
  }
}
