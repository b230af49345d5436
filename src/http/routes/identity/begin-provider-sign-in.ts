import { noProvider } from '#application/identity/provider-refusals';
import { beginProviderSignIn } from '#application/identity/provider-sign-in';
import { providerSignInSchema } from '#contract/provider';
import { HttpRefusal, problemResponse, valueOf } from '#http/problem';
import { jsonContent } from '#http/routes/json-content';
import type { HttpApp, HttpServices } from '#http/services';
import { giveProviderTicket } from '#http/session-cookie';

/** The console's page at which the provider lets the browser come back. */
const RETURN_PATH = '/sign-in/provider';

export function beginProviderSignInRoute(app: HttpApp, services: HttpServices): void {
  const { providerSignIns } = services;
  app.post(
    '/api/v1/provider/sign-ins',
    {
      config: { access: 'local console' },
      schema: {
        operationId: 'beginProviderSignIn',
        summary: 'Begin a sign-in at the provider of identities: where to send this browser',
        tags: ['identity'],
        response: {
          201: { description: 'Begun', ...jsonContent(providerSignInSchema) },
          ...problemResponse,
        },
      },
    },
    async (request, reply) => {
      if (providerSignIns === undefined) throw new HttpRefusal([noProvider()]);
      // The guard has held Host to this machine and its port.
      const returnTo = `http://${request.headers.host ?? ''}${RETURN_PATH}`;
      const { randomToken, now } = services;
      const begun = valueOf(await beginProviderSignIn(providerSignIns, randomToken, returnTo, now()));
      giveProviderTicket(reply, begun.ticket);
      return reply.code(201).send({ address: begun.address });
    },
  );
}
