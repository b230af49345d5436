import type { FastifyInstance, FastifyRequest } from 'fastify';

/**
 * One event of the server. Events name routes, not addresses, and hold no query, body, header or message of an
 * error: any of these may hold data of persons.
 */
export type HttpEvent = {
  readonly at: string;
  readonly requestId: string;
  readonly method: string;
  readonly route: string;
} & (
  | { readonly kind: 'answer'; readonly status: number; readonly milliseconds: number }
  | { readonly kind: 'defect'; readonly error: string; readonly stack: readonly string[] }
);

export interface Logging {
  /** The present instant, ISO 8601 in UTC. */
  readonly now: () => string;
  /** Takes each event; without it nothing is logged. */
  readonly log?: (event: HttpEvent) => void;
}

/** Logs each answered request. */
export function logAnswers(app: FastifyInstance, logging: Logging): void {
  app.addHook('onResponse', (request, reply, done) => {
    const milliseconds = Math.round(reply.elapsedTime);
    logging.log?.({ ...common(request, logging), kind: 'answer', status: reply.statusCode, milliseconds });
    done();
  });
}

/** Logs a defect by its kind and where in the program it arose. */
export function logDefect(error: Error, request: FastifyRequest, logging: Logging): void {
  const stack = (error.stack ?? '').split('\n').filter((line) => line.startsWith('    at '));
  const code = 'code' in error && typeof error.code === 'string' ? ` ${error.code}` : '';
  logging.log?.({ ...common(request, logging), kind: 'defect', error: `${error.name}${code}`, stack });
}

function common(
  request: FastifyRequest,
  logging: Logging,
): Pick<HttpEvent, 'at' | 'requestId' | 'method' | 'route'> {
  const route = request.routeOptions.url ?? 'unknown';
  return { at: logging.now(), requestId: request.id, method: request.method, route };
}
