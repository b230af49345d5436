import { userListSchema } from '#contract/identity';
import { callerOf } from '#http/caller';
import { problemResponse } from '#http/problem';
import type { HttpApp, HttpServices } from '#http/services';

export function listUsers(app: HttpApp, { identityStore }: HttpServices): void {
  app.get(
    '/api/v1/users',
    {
      config: { access: { roles: ['administrator', 'auditor'], place: 'own places' } },
      schema: {
        operationId: 'listUsers',
        summary: 'The users of the own places',
        tags: ['identity'],
        response: { 200: userListSchema, ...problemResponse },
      },
    },
    async (request) => ({
      users: await identityStore.within(callerOf(request).scope, (office) => office.listUsers()),
    }),
  );
}
