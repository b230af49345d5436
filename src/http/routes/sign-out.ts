import { problemResponse } from '#http/problem';
import type { HttpApp, HttpServices } from '#http/services';
import { readSessionToken, takeSessionToken } from '#http/session-cookie';
import { present } from '#kernel/assert';

export function signOut(app: HttpApp, services: HttpServices): void {
  app.delete(
    '/api/v1/session',
    {
      config: { access: { roles: 'anyone signed in', place: 'own places', withInitialPassword: true } },
      schema: {
        operationId: 'signOut',
        summary: 'End the session',
        tags: ['identity'],
        response: { 204: { type: 'null', description: 'Signed out' }, ...problemResponse },
      },
    },
    async (request, reply) => {
      const token = present(readSessionToken(request), 'the token of the session');
      await services.identityStore.endSession(services.hash(token), services.now());
      takeSessionToken(reply);
      return reply.code(204).send(null);
    },
  );
}
