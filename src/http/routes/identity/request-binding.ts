import { requestBinding } from '#application/identity/manage-bindings';
import { noProvider } from '#application/identity/provider-refusals';
import { recordedIdSchema } from '#contract/identity';
import { bindingRequestSchema } from '#contract/provider';
import { callerOf } from '#http/caller';
import { HttpRefusal, problemResponse, valueOf } from '#http/problem';
import { jsonContent } from '#http/routes/json-content';
import { idParams } from '#http/routes/params';
import type { HttpApp, HttpServices } from '#http/services';

export function requestBindingRoute(app: HttpApp, services: HttpServices): void {
  const { providerSignIns } = services;
  app.post(
    '/api/v1/users/:id/bindings',
    {
      config: { access: { roles: ['administrator'], place: 'own places' } },
      schema: {
        operationId: 'requestBinding',
        summary: 'Ask that a subject of the provider of identities be a user; another person confirms it',
        tags: ['identity'],
        params: idParams,
        body: bindingRequestSchema,
        response: { 201: { description: 'Asked', ...jsonContent(recordedIdSchema) }, ...problemResponse },
      },
    },
    async (request, reply) => {
      if (providerSignIns === undefined) throw new HttpRefusal([noProvider()]);
      const { params, body } = request;
      const wanted = { ...body, userId: params.id, issuer: providerSignIns.provider.issuer };
      const asked = await requestBinding(services, callerOf(request).scope, wanted, services.now());
      return reply.code(201).send(valueOf(asked));
    },
  );
}
