import { endUser } from '#application/identity/manage-users';
import { reasonGivenSchema } from '#contract/identity';
import { callerOf } from '#http/caller';
import { problemResponse, valueOf } from '#http/problem';
import { idParams } from '#http/routes/params';
import type { HttpApp, HttpServices } from '#http/services';

export function endUserRoute(app: HttpApp, services: HttpServices): void {
  app.post(
    '/api/v1/users/:id/end',
    {
      config: { access: { roles: ['administrator'], place: 'own places' } },
      schema: {
        operationId: 'endUser',
        summary: 'End an account and its sessions for good',
        tags: ['identity'],
        params: idParams,
        body: reasonGivenSchema,
        response: { 204: { type: 'null', description: 'Ended' }, ...problemResponse },
      },
    },
    async (request, reply) => {
      const { params, body } = request;
      const ending = { id: params.id, reason: body.reason };
      valueOf(await endUser(services, callerOf(request).scope, ending, services.now()));
      return reply.code(204).send(null);
    },
  );
}
