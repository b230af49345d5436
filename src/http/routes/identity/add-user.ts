import { addUser } from '#application/identity/manage-users';
import { initialPasswordSchema, newUserSchema } from '#contract/identity';
import { callerOf } from '#http/caller';
import { problemResponse, valueOf } from '#http/problem';
import { jsonContent } from '#http/routes/json-content';
import type { HttpApp, HttpServices } from '#http/services';

export function addUserRoute(app: HttpApp, services: HttpServices): void {
  app.post(
    '/api/v1/users',
    {
      config: { access: { roles: ['administrator'], place: 'body.place' } },
      schema: {
        operationId: 'addUser',
        summary: 'Add a user without any role; the initial password is told once',
        tags: ['identity'],
        body: newUserSchema,
        response: {
          201: { description: 'Added', ...jsonContent(initialPasswordSchema) },
          ...problemResponse,
        },
      },
    },
    async (request, reply) => {
      const added = await addUser(services, callerOf(request).scope, request.body, services.now());
      return reply.code(201).send(valueOf(added));
    },
  );
}
