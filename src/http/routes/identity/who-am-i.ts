import { whoAmISchema } from '#contract/identity';
import { callerOf } from '#http/caller';
import { problemResponse } from '#http/problem';
import type { HttpApp, HttpServices } from '#http/services';

export function whoAmI(app: HttpApp, _services: HttpServices): void {
  app.get(
    '/api/v1/session',
    {
      config: { access: { roles: 'anyone signed in', place: 'own places', withInitialPassword: true } },
      schema: {
        operationId: 'whoAmI',
        summary: 'Who is signed in, and what that person may do now',
        tags: ['identity'],
        response: { 200: whoAmISchema, ...problemResponse },
      },
    },
    (request) => callerOf(request).account,
  );
}
