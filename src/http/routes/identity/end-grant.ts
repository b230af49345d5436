import { endGrant } from '#application/identity/manage-grants';
import { reasonGivenSchema } from '#contract/identity';
import { callerOf } from '#http/caller';
import { problemResponse, valueOf } from '#http/problem';
import { idParams } from '#http/routes/params';
import type { HttpApp, HttpServices } from '#http/services';

export function endGrantRoute(app: HttpApp, services: HttpServices): void {
  app.post(
    '/api/v1/grants/:id/end',
    {
      config: { access: { roles: ['administrator'], place: 'own places' } },
      schema: {
        operationId: 'endGrant',
        summary: 'End a grant, or take its request back',
        tags: ['identity'],
        params: idParams,
        body: reasonGivenSchema,
        response: { 204: { type: 'null', description: 'Ended' }, ...problemResponse },
      },
    },
    async (request, reply) => {
      const ending = { id: request.params.id, reason: request.body.reason };
      valueOf(await endGrant(services, callerOf(request).scope, ending, services.now()));
      return reply.code(204).send(null);
    },
  );
}
