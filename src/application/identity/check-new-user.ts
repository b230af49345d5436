import type { NewUser } from '#application/ports/identity-store';
import { isPlacePath } from '#domain/identity/place-path';
import * as refusals from '#domain/identity/refusals';
import { allowUnless, type Decision, type Refusal } from '#kernel/decision';

const LOGIN = /^[a-z][a-z0-9._-]{2,39}$/;

/** Normalises a login name for comparison: normal form and lower case. */
export function readLogin(text: string): string {
  return text.normalize('NFKC').trim().toLowerCase();
}

/** Checks a new user; refuses with all faults. */
export function checkNewUser(wanted: NewUser): Decision<NewUser> {
  const user = { ...wanted, login: readLogin(wanted.login), name: wanted.name.normalize('NFKC').trim() };
  const found: Refusal[] = [];
  if (!LOGIN.test(user.login)) found.push(refusals.badLogin());
  if (user.name === '') found.push(refusals.badName());
  if (!isPlacePath(user.place)) found.push(refusals.badPlace('place'));
  return allowUnless(found, () => user);
}
