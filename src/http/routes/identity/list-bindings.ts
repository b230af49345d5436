import { bindingListSchema } from '#contract/provider';
import { callerOf } from '#http/caller';
import { problemResponse } from '#http/problem';
import type { HttpApp, HttpServices } from '#http/services';

export function listBindings(app: HttpApp, { identityStore }: HttpServices): void {
  app.get(
    '/api/v1/bindings',
    {
      config: { access: { roles: ['administrator', 'auditor'], place: 'own places' } },
      schema: {
        operationId: 'listBindings',
        summary: 'Which subjects of the provider of identities are which users of the own places',
        tags: ['identity'],
        response: { 200: bindingListSchema, ...problemResponse },
      },
    },
    async (request) => ({
      bindings: await identityStore.within(callerOf(request).scope, (office) => office.listBindings()),
    }),
  );
}
