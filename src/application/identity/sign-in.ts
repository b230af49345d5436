import { readLogin } from '#application/identity/check-new-user';
import type { IdentityServices } from '#application/identity/services';
import type { SignInStart } from '#application/ports/identity-store';
import { hoursAfter } from '#application/time/china-time';
import { signInRefused, slowedDown } from '#domain/identity/refusals';
import { allow, refuse, type Decision } from '#kernel/decision';

/** Minutes without a request after which a session ends: the person has left the desk. */
export const IDLE_MINUTES = 30;
/** Hours after which a session ends however busy it is: a working day at most; then the password is asked for again. */
const LONGEST_HOURS = 12;

/** A sign-in attempt, for the access log, with the token of a new session if it succeeded. */
export interface SignInOutcome {
  readonly known: Extract<SignInStart, { readonly kind: 'known' }> | undefined;
  readonly decision: Decision<{ readonly token: string; readonly until: string }>;
}

/** Opens a session by name and password. A hash with older parameters is renewed at the same time. */
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

/** Opens a session for a user recognised by password. */
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

/** Reckons the instant at which a session that begins now ends at the latest. */
export function sessionEnd(now: string): string {
  return hoursAfter(now, LONGEST_HOURS);
}
