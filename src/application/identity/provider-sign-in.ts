import { signInNotBegun, subjectNotBound } from '#application/identity/provider-refusals';
import type { IdentityServices } from '#application/identity/services';
import { sessionEnd } from '#application/identity/sign-in';
import type { IdentityProvider, ProviderChecks } from '#application/ports/identity-provider';
import type { BoundUser } from '#application/ports/identity-store';
import { allow, refuse, type Decision } from '#kernel/decision';

/** Long enough for a password and a code on a telephone. */
const LONGEST_MINUTES = 10;
/** Upper bound of sign-ins under way; beyond it the oldest is given up. */
const MOST_PENDING = 200;

interface PendingSignIn extends ProviderChecks {
  readonly returnTo: string;
  readonly until: number;
}

/** Sign-ins begun at the provider, held by one process: after a restart a person begins again. */
export interface ProviderSignIns {
  readonly provider: IdentityProvider;
  readonly pending: Map<string, PendingSignIn>;
}

export function createProviderSignIns(provider: IdentityProvider): ProviderSignIns {
  return { provider, pending: new Map() };
}

/**
 * Begins a sign-in; returns the address to send the browser to, and the ticket that only this browser brings back.
 * @param returnTo the address of the console's page at which the provider lets the browser come back
 */
export async function beginProviderSignIn(
  { provider, pending }: ProviderSignIns,
  randomToken: () => string,
  returnTo: string,
  now: string,
): Promise<Decision<{ readonly address: string; readonly ticket: string }>> {
  const begun = await provider.begin(returnTo);
  if (!begun.allowed) return begun;
  const ticket = randomToken();
  const [oldest] = pending.keys();
  if (oldest !== undefined && pending.size >= MOST_PENDING) pending.delete(oldest);
  pending.set(ticket, {
    ...begun.value.checks,
    returnTo,
    until: Date.parse(now) + LONGEST_MINUTES * 60_000,
  });
  return allow({ address: begun.value.address, ticket });
}

/** The outcome of a sign-in by the provider: for the access log, and the token of a new session. */
export interface ProviderOutcome {
  readonly known: BoundUser | undefined;
  readonly decision: Decision<{ readonly token: string; readonly until: string }>;
}

/**
 * Completes a sign-in that this browser began, once, and opens a session for the user bound to the subject. Creates no
 * account.
 * @param query the query with which the provider sent the browser back
 */
export async function finishProviderSignIn(
  services: IdentityServices,
  { provider, pending }: ProviderSignIns,
  { ticket, query }: { readonly ticket: string | undefined; readonly query: string },
  now: string,
): Promise<ProviderOutcome> {
  const begun = ticket === undefined ? undefined : pending.get(ticket);
  // Taken before anything is asked, so that the same answer brought twice is refused.
  if (ticket !== undefined) pending.delete(ticket);
  if (begun === undefined || Date.parse(now) > begun.until) {
    return { known: undefined, decision: refuse(signInNotBegun()) };
  }
  const finished = await provider.finish(`${begun.returnTo}?${query}`, begun);
  if (!finished.allowed) return { known: undefined, decision: finished };
  const { subject } = finished.value;
  const known = await services.identityStore.findBoundUser(provider.issuer, subject);
  if (known === undefined) return { known, decision: refuse(subjectNotBound(subject)) };
  const [token, until] = [services.randomToken(), sessionEnd(now)];
  await services.identityStore.openProviderSession(services.hash(token), known.userId, now, until);
  return { known, decision: allow({ token, until }) };
}
