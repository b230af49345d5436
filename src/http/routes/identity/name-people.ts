import { peopleQuerySchema, peopleSchema } from '#contract/identity';
import { problemResponse } from '#http/problem';
import type { HttpApp, HttpServices } from '#http/services';

export function namePeopleRoute(app: HttpApp, { identityStore }: HttpServices): void {
  app.get(
    '/api/v1/people',
    {
      config: { access: { roles: 'anyone signed in', place: 'own places' } },
      schema: {
        operationId: 'namePeople',
        summary: 'Names and departments of people whose ids stand on records; ids of nobody are left out',
        tags: ['identity'],
        querystring: peopleQuerySchema,
        response: { 200: peopleSchema, ...problemResponse },
      },
    },
    async (request) => ({ people: await identityStore.namePeople(request.query.ids.split(',')) }),
  );
}
