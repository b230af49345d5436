import { grantListSchema } from '#contract/identity';
import { callerOf } from '#http/caller';
import { problemResponse } from '#http/problem';
import type { HttpApp, HttpServices } from '#http/services';

export function listGrants(app: HttpApp, { identityStore }: HttpServices): void {
  app.get(
    '/api/v1/grants',
    {
      config: { access: { roles: ['administrator', 'auditor'], place: 'own places' } },
      schema: {
        operationId: 'listGrants',
        summary: 'The grants of the own places; those that are requested wait for a second person',
        tags: ['identity'],
        response: { 200: grantListSchema, ...problemResponse },
      },
    },
    async (request) => ({
      grants: await identityStore.within(callerOf(request).scope, (office) => office.listGrants()),
    }),
  );
}
