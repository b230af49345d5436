import type { FastifyInstance } from 'fastify';
import { refuseForeignHost, refuseForeignWrite } from '#http/local-caller';
import { HttpRefusal } from '#http/problem';

/** Turns away, before any body is read, whoever the route does not declare as its caller. */
export function guardRoutes(app: FastifyInstance, intendedPort: number): void {
  // Hooks that call back are cheaper than async ones, and this one runs for every request.
  app.addHook('onRequest', (request, _reply, done) => {
    const { access } = request.routeOptions.config;
    const refusal =
      refuseForeignHost(request.headers, listeningPort(app) ?? intendedPort) ??
      (access === 'local console' ? refuseForeignWrite(request.headers) : undefined);
    done(refusal === undefined ? undefined : new HttpRefusal([refusal]));
  });
}

function listeningPort(app: FastifyInstance): number | undefined {
  const address = app.server.address();
  return typeof address === 'object' ? address?.port : undefined;
}
