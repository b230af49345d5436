import { breakGlassListSchema } from '#contract/identity';
import { callerOf } from '#http/caller';
import { problemResponse } from '#http/problem';
import type { HttpApp, HttpServices } from '#http/services';

export function listBreakGlass(app: HttpApp, { identityStore }: HttpServices): void {
  app.get(
    '/api/v1/break-glass',
    {
      config: { access: { roles: ['auditor'], place: 'own places' } },
      schema: {
        operationId: 'listBreakGlass',
        summary: 'Emergency accesses to the own places, with their reviews',
        tags: ['identity'],
        response: { 200: breakGlassListSchema, ...problemResponse },
      },
    },
    async (request) => ({
      accesses: await identityStore.within(callerOf(request).scope, (office) => office.listBreakGlass()),
    }),
  );
}
