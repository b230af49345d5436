import { decideGrant } from '#application/identity/manage-grants';
import { grantDecisionSchema } from '#contract/identity';
import { callerOf } from '#http/caller';
import { problemResponse, valueOf } from '#http/problem';
import { idParams } from '#http/routes/params';
import type { HttpApp, HttpServices } from '#http/services';

export function decideGrantRoute(app: HttpApp, services: HttpServices): void {
  app.post(
    '/api/v1/grants/:id/decisions',
    {
      config: { access: { roles: ['administrator'], place: 'own places' } },
      schema: {
        operationId: 'decideGrant',
        summary: 'Confirm or refuse a grant that another person asked for',
        tags: ['identity'],
        params: idParams,
        body: grantDecisionSchema,
        response: { 204: { type: 'null', description: 'Decided' }, ...problemResponse },
      },
    },
    async (request, reply) => {
      const { account, scope } = callerOf(request);
      const wanted = { id: request.params.id, decision: request.body.decision };
      valueOf(await decideGrant(services, account, scope, wanted, services.now()));
      return reply.code(204).send(null);
    },
  );
}
