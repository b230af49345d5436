import { signIn } from '#application/identity/sign-in';
import { sessionSchema, signInSchema } from '#contract/identity';
import { problemResponse, valueOf } from '#http/problem';
import { jsonContent } from '#http/routes/json-content';
import type { HttpApp, HttpServices } from '#http/services';
import { giveSessionToken } from '#http/session-cookie';

export function signInRoute(app: HttpApp, services: HttpServices): void {
  app.post(
    '/api/v1/session',
    {
      config: { access: 'local console' },
      schema: {
        operationId: 'signIn',
        summary: 'Sign in: the session stands in a cookie',
        tags: ['identity'],
        body: signInSchema,
        response: { 201: { description: 'Signed in', ...jsonContent(sessionSchema) }, ...problemResponse },
      },
    },
    async (request, reply) => {
      const { login, password } = request.body;
      const { known, decision } = await signIn(services, login, password, services.now());
      const { userId = null, department = null, place: home = null } = known ?? {};
      request.trace = { userId, department, home, grants: [] };
      const { token, until } = valueOf(decision);
      giveSessionToken(reply, token);
      return reply.code(201).send({ until });
    },
  );
}
