import type { FastifyRequest } from 'fastify';
import { callerFor, findGrants, type RoleId, type Scope } from '#application/identity/caller';
import type { IdentityServices } from '#application/identity/services';
import { IDLE_MINUTES } from '#application/identity/sign-in';
import { readSessionToken } from '#http/session-cookie';

/** Who sees years of adjustment, and so their runs and the projections that start from them. */
const YEAR_READERS = ['fund_maker', 'fund_checker', 'auditor'] as const satisfies readonly RoleId[];

/** What is everybody's and nothing beside it. */
const NOBODY: Scope = { userId: '', parts: [] };

export type ReaderServices = Pick<IdentityServices, 'identityStore' | 'hash'> & {
  readonly now: () => string;
};

/**
 * What the sender of a request sees of years, at an address that asks for no session: nothing without one. Who sees any
 * stands in the access log, as at the addresses that ask.
 */
export async function yearScopeOf(
  request: FastifyRequest,
  { identityStore, hash, now }: ReaderServices,
): Promise<Scope> {
  const token = readSessionToken(request);
  const account =
    token === undefined ? undefined : await identityStore.findAccount(hash(token), now(), IDLE_MINUTES);
  if (account === undefined || account.mustChange) return NOBODY;
  const grants = findGrants(account, YEAR_READERS, undefined);
  if (grants.length === 0) return NOBODY;
  const { userId, department, place } = account;
  request.trace = { userId, department, home: place, grants };
  return callerFor(account, YEAR_READERS).scope;
}
