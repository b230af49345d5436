import type { FastifyRequest } from 'fastify';
import { touchedPlaces } from '#application/identity/access-lines';
import { namedSubjects, type NamingRequest } from '#application/identity/access-subjects';
import type { Caller, HeldGrant } from '#application/identity/caller';
import type { IdentityServices } from '#application/identity/services';
import type { SignedInAccess } from '#http/access';
import type { Logging } from '#http/log';
import type { HttpApp } from '#http/services';
import { present } from '#kernel/assert';

/** Who is to stand in the access log, with the grants by which the request may be made, the lasting ones first. */
export interface AccessTrace {
  readonly userId: string | null;
  readonly department: Caller['account']['department'] | null;
  /** Where the person belongs: told where a request is about no place. */
  readonly home: string | null;
  readonly grants: readonly HeldGrant[];
  /** The places that the use case found the request to be about, where neither the request nor a record tells them. */
  readonly told?: readonly string[];
}

declare module 'fastify' {
  interface FastifyRequest {
    /** Set by the guard where a session is asked for. */
    caller: Caller | null;
    /** Set where the request is to stand in the access log; taken away once it does. */
    trace: AccessTrace | null;
  }
}

/** Who calls; only in handlers of routes whose access asks for a session. */
export function callerOf(request: FastifyRequest): Caller {
  return present(request.caller, 'a caller, because the guard admitted one');
}

/**
 * Writes each request by someone known into the access log before its answer leaves: what is not logged is not told. It
 * stands there once for each place that it touched or asked for. If the log cannot be written the answer is a defect.
 */
export function logCallers(app: HttpApp, services: Pick<IdentityServices, 'identityStore'> & Logging): void {
  const { identityStore, now } = services;
  app.decorateRequest('caller', null);
  app.decorateRequest('trace', null);
  app.addHook('onSend', async (request, reply) => {
    const { trace } = request;
    if (trace === null) return;
    request.trace = null;
    const { userId, department, home, grants, told } = trace;
    const { places, records, text } = namedSubjects(namingOf(request));
    const namesNothing = places.length + records.length === 0;
    const found = namesNothing ? undefined : [...places, ...(await identityStore.findPlacesOf(records))];
    const named = told ?? found;
    const line = {
      at: now(),
      requestId: request.id,
      userId,
      department,
      method: request.method,
      route: request.routeOptions.url ?? 'unknown',
      record: text,
      status: reply.statusCode,
    };
    const touched = touchedPlaces(grants, named, home);
    await identityStore.logAccess(touched.map((place) => ({ ...line, ...place })));
  });
}

function namingOf(request: FastifyRequest): NamingRequest {
  const { params, query, body, routeOptions } = request;
  const { access } = routeOptions.config;
  const place = typeof access === 'object' ? declaredPlace(request, access) : undefined;
  return { route: routeOptions.url ?? '', params, query, body, place };
}

/** The place that the route declares a request to be about; undefined where it declares none or none is named. */
export function declaredPlace(request: FastifyRequest, { place }: SignedInAccess): string | undefined {
  // Until the pack is opened, it is that of the place that its id names.
  if (place === 'the place of the pack') return memberOf(request.params, 'id');
  const [part = '', name] = place.split('.');
  if (name === undefined) return undefined;
  const { params, query, body } = request;
  const parts: Readonly<Record<string, unknown>> = { params, query, body };
  return memberOf(parts[part], name);
}

/** A text that a part of a request holds; undefined where it holds none. */
export function memberOf(part: unknown, name: string): string | undefined {
  if (typeof part !== 'object' || part === null || !Object.hasOwn(part, name)) return undefined;
  const value = (part as Readonly<Record<string, unknown>>)[name];
  return typeof value === 'string' && value !== '' ? value : undefined;
}
