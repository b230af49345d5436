import { readLogin } from '#application/identity/check-new-user';
import type { IdentityServices } from '#application/identity/services';
import type { SignInStart } from '#application/ports/identity-store';
import { signInRefused, slowedDown } from '#domain/identity/refusals';
import { allow, refuse, type Decision } from '#kernel/decision';

/** Half an hour without a request ends a session: someone has left the desk. */
export const IDLE_MINUTES = 30;
/** A working day at most, whatever is done; then the password is asked for again. */
const LONGEST_HOURS = 12;

/** An attempt, for the access log, and what came of it: the token of a new session. */
export interface SignInOutcome {
  readonly known: Extract<SignInStart, { readonly kind: 'known' }> | undefined;
  readonly decision: Decision<{ readonly token: string; readonly until: string }>;
}

/** Opens a session for a name and its password. A hash under older parameters is renewed while it is at hand. */
export async function signIn(
  services: IdentityServices,
  name: string,
  password: string,
  now: string,
): Promise<SignInOutcome> {
  const { identityStore, passwords } = services;
  const start = await identityStore.beginSignIn(readLogin(name), now);
  if (start.kind === 'wait') return { known: undefined, decision: refuse(slowedDown(start.seconds)) };
  const known = start.kind === 'known' ? start : undefined;
  const checked = await passwords.check(password, known?.hash);
  if (known === undefined || checked === 'wrong') return { known, decision: refuse(signInRefused()) };
  if (checked === 'outdated') {
    await identityStore.rehashPassword(known.userId, known.hash, await passwords.hash(password));
  }
  return { known, decision: allow(await openSession(services, known.userId, now)) };
}

/** A session of a user who has been recognised by the password. */
export async function openSession(
  { identityStore, randomToken, hash }: IdentityServices,
  userId: string,
  now: string,
): Promise<{ readonly token: string; readonly until: string }> {
  const token = randomToken();
  const until = sessionEnd(now);
  await identityStore.openSession(hash(token), userId, now, until);
  return { token, until };
}

/** The instant at which a session that begins now is over, however busy it was. */
export function sessionEnd(now: string): string {
  return new Date(Date.parse(now) + LONGEST_HOURS * 3_600_000).toISOString();
}
