import { noProvider } from '#application/identity/provider-refusals';
import { finishProviderSignIn } from '#application/identity/provider-sign-in';
import { sessionSchema } from '#contract/identity';
import { providerAnswerSchema } from '#contract/provider';
import { HttpRefusal, problemResponse, valueOf } from '#http/problem';
import { jsonContent } from '#http/routes/json-content';
import type { HttpApp, HttpServices } from '#http/services';
import { giveSessionToken, readProviderTicket, takeProviderTicket } from '#http/session-cookie';

export function finishProviderSignInRoute(app: HttpApp, services: HttpServices): void {
  const { providerSignIns } = services;
  app.post(
    '/api/v1/provider/session',
    {
      config: { access: 'local console' },
      schema: {
        operationId: 'finishProviderSignIn',
        summary: 'Sign in by what the provider of identities answered: the session stands in a cookie',
        tags: ['identity'],
        body: providerAnswerSchema,
        response: { 201: { description: 'Signed in', ...jsonContent(sessionSchema) }, ...problemResponse },
      },
    },
    async (request, reply) => {
      if (providerSignIns === undefined) throw new HttpRefusal([noProvider()]);
      const answer = { ticket: readProviderTicket(request), query: request.body.query };
      const { known, decision } = await finishProviderSignIn(
        services,
        providerSignIns,
        answer,
        services.now(),
      );
      const { userId = null, department = null, place: home = null } = known ?? {};
      request.trace = { userId, department, home, grants: [] };
      takeProviderTicket(reply);
      const { token, until } = valueOf(decision);
      giveSessionToken(reply, token);
      return reply.code(201).send({ until });
    },
  );
}
