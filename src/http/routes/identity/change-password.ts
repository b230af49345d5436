import { changePassword } from '#application/identity/change-password';
import { passwordChangeSchema } from '#contract/identity';
import { callerOf } from '#http/caller';
import { problemResponse, valueOf } from '#http/problem';
import type { HttpApp, HttpServices } from '#http/services';
import { readSessionToken } from '#http/session-cookie';
import { present } from '#kernel/assert';

export function changeOwnPassword(app: HttpApp, services: HttpServices): void {
  app.put(
    '/api/v1/session/password',
    {
      config: { access: { roles: 'anyone signed in', place: 'own places', withInitialPassword: true } },
      schema: {
        operationId: 'changeOwnPassword',
        summary: "Replace one's own password; every other session of the user ends",
        tags: ['identity'],
        body: passwordChangeSchema,
        response: { 204: { type: 'null', description: 'Replaced' }, ...problemResponse },
      },
    },
    async (request, reply) => {
      const keptToken = services.hash(present(readSessionToken(request), 'the token of the session'));
      const { account } = callerOf(request);
      valueOf(await changePassword(services, account, { ...request.body, keptToken }, services.now()));
      return reply.code(204).send(null);
    },
  );
}
