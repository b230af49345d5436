import type { FastifyRequest } from 'fastify';
import { callerFor, findGrants } from '#application/identity/caller';
import type { IdentityServices } from '#application/identity/services';
import { IDLE_MINUTES } from '#application/identity/sign-in';
import type { SignedInAccess } from '#http/access';
import { callerOf, declaredPlace } from '#http/caller';
import { refuseForeignHost, refuseForeignWrite } from '#http/local-caller';
import { HttpRefusal } from '#http/problem';
import { readSessionToken } from '#http/session-cookie';
import type { HttpApp } from '#http/services';
import {
  NOT_SIGNED_IN,
  outsidePlaces,
  PASSWORD_CHANGE_NEEDED,
  PLACE_MISSING,
  roleMissing,
} from '#http/session-refusals';
import type { Refusal } from '#kernel/decision';

type GuardServices = Pick<IdentityServices, 'identityStore' | 'hash'> & { readonly now: () => string };

const READING_METHODS: readonly string[] = ['GET', 'HEAD'];

/** Turns away, before any body is read, whoever the route does not declare as its caller. */
export function guardRoutes(app: HttpApp, intendedPort: number, services: GuardServices): void {
  // Hooks that call back are cheaper than async ones, and this one runs for every request.
  app.addHook('onRequest', (request, _reply, done) => {
    const { access } = request.routeOptions.config;
    const isWrite =
      access === 'local console' || (typeof access === 'object' && !READING_METHODS.includes(request.method));
    const refusal =
      refuseForeignHost(request.headers, listeningPort(app) ?? intendedPort) ??
      (isWrite ? refuseForeignWrite(request.headers) : undefined);
    if (refusal !== undefined) done(new HttpRefusal([refusal]));
    else if (typeof access !== 'object') done();
    else admit(request, access, services).then(() => done(), done);
  });
  // The place may stand in the body, so it is looked at once that is read, and before anything else of it is.
  app.addHook('preValidation', (request, _reply, done) => {
    const { access } = request.routeOptions.config;
    const refusal = typeof access === 'object' ? refusePlace(request, access) : undefined;
    done(refusal === undefined ? undefined : new HttpRefusal([refusal]));
  });
}

/** Finds who calls and whether one of the roles is held anywhere. */
async function admit(
  request: FastifyRequest,
  access: SignedInAccess,
  services: GuardServices,
): Promise<void> {
  const token = readSessionToken(request);
  const { identityStore, hash, now } = services;
  const account =
    token === undefined ? undefined : await identityStore.findAccount(hash(token), now(), IDLE_MINUTES);
  if (account === undefined) throw new HttpRefusal([NOT_SIGNED_IN]);
  const { userId, department, place } = account;
  // Who needs no role acts by none of the own grants, and so by no emergency access.
  const grants = access.roles === 'anyone signed in' ? [] : findGrants(account, access.roles, undefined);
  request.trace = { userId, department, home: place, grants };
  request.caller = callerFor(account, access.roles);
  if (account.mustChange && access.withInitialPassword !== true)
    throw new HttpRefusal([PASSWORD_CHANGE_NEEDED]);
  if (access.roles !== 'anyone signed in' && grants.length === 0)
    throw new HttpRefusal([roleMissing(access.roles)]);
}

function refusePlace(request: FastifyRequest, access: SignedInAccess): Refusal | undefined {
  if (!access.place.includes('.')) return undefined;
  const asked = declaredPlace(request, access);
  if (asked === undefined) return { ...PLACE_MISSING, at: access.place.split('.')[1] ?? '' };
  const { account } = callerOf(request);
  return findGrants(account, access.roles, asked).length === 0 ? outsidePlaces(asked) : undefined;
}

function listeningPort(app: HttpApp): number | undefined {
  const address = app.server.address();
  return typeof address === 'object' ? address?.port : undefined;
}
