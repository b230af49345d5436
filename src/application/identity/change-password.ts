import type { IdentityServices } from '#application/identity/services';
import type { Account } from '#domain/identity/account';
import { checkPassword } from '#domain/identity/password-rules';
import { samePassword, slowedDown, wrongPassword } from '#domain/identity/refusals';
import { allow, refuse, type Decision } from '#kernel/decision';

interface PasswordChange {
  readonly present: string;
  readonly password: string;
  /** SHA-256 of the token of the session that stays open. */
  readonly keptToken: string;
}

/**
 * Replaces the caller's own password and ends the caller's other sessions. A wrong present password counts as a failed
 * sign-in.
 */
export async function changePassword(
  { identityStore, passwords }: IdentityServices,
  { userId, login }: Account,
  { present, password, keptToken }: PasswordChange,
  now: string,
): Promise<Decision<null>> {
  const start = await identityStore.beginSignIn(login, now);
  if (start.kind === 'wait') return refuse(slowedDown(start.seconds));
  const checked = await passwords.check(present, start.kind === 'known' ? start.hash : undefined);
  if (checked === 'wrong') return refuse(wrongPassword());
  const [first, ...others] = checkPassword(password, login);
  if (first !== undefined) return refuse(first, ...others);
  if (password === present) return refuse(samePassword());
  const changed = { hash: await passwords.hash(password), mustChange: false };
  await identityStore.within({ userId, parts: [] }, (office) =>
    office.setPassword(userId, changed, now, keptToken),
  );
  return allow(null);
}
