import { checkNewUser } from '#application/identity/check-new-user';
import type { IdentityServices } from '#application/identity/services';
import type { NewUser } from '#application/ports/identity-store';
import { checkPassword } from '#domain/identity/password-rules';
import { loginTaken, roleNotForDepartment, setUpOver } from '#domain/identity/refusals';
import { ROLES } from '#domain/identity/roles';
import { allow, collect, refuse, type Decision, type Refusal } from '#kernel/decision';

/** So many are made without a grant that another person confirms; the database holds to the same number. */
const FIRST_ADMINISTRATORS = 2;

/** Whether fewer people are administrators than it takes to confirm a grant. */
export async function isSetUpNeeded({
  identityStore,
}: Pick<IdentityServices, 'identityStore'>): Promise<boolean> {
  return (await identityStore.countAdministrators()) < FIRST_ADMINISTRATORS;
}

/**
 * Makes one of the first two administrators. Who may do so has been shown elsewhere: by the command line of the
 * machine, or by the token that the server printed there.
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
  if (!(await isSetUpNeeded({ identityStore }))) return refuse(setUpOver());
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
