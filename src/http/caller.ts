import type { FastifyRequest } from 'fastify';
import type { Caller } from '#application/identity/caller';
import type { IdentityServices } from '#application/identity/services';
import type { Logging } from '#http/log';
import type { HttpApp } from '#http/services';
import { present } from '#kernel/assert';

/** What the access log will tell of a request beside its route and outcome. */
export interface AccessTrace {
  readonly userId: string | null;
  readonly department: Caller['account']['department'] | null;
  readonly place: string | null;
  readonly breakGlassId: string | null;
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
 * Writes each request by someone known into the access log before its answer leaves: what is not logged is not told.
 * If the log cannot be written the answer is a defect.
 */
export function logCallers(app: HttpApp, services: Pick<IdentityServices, 'identityStore'> & Logging): void {
  app.decorateRequest('caller', null);
  app.decorateRequest('trace', null);
  app.addHook('onSend', async (request, reply) => {
    const { trace } = request;
    if (trace === null) return;
    request.trace = null;
    await services.identityStore.logAccess({
      ...trace,
      at: services.now(),
      requestId: request.id,
      method: request.method,
      route: request.routeOptions.url ?? 'unknown',
      record: recordOf(request.params),
      status: reply.statusCode,
    });
  });
}

function recordOf(params: unknown): string | null {
  const values = typeof params === 'object' && params !== null ? Object.values(params) : [];
  const texts = values.filter((value) => typeof value === 'string');
  return texts.length === 0 ? null : texts.join('/');
}
