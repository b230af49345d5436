import { decideBinding } from '#application/identity/manage-bindings';
import { grantDecisionSchema } from '#contract/identity';
import { callerOf } from '#http/caller';
import { problemResponse, valueOf } from '#http/problem';
import { idParams } from '#http/routes/params';
import type { HttpApp, HttpServices } from '#http/services';

export function decideBindingRoute(app: HttpApp, services: HttpServices): void {
  app.post(
    '/api/v1/bindings/:id/decisions',
    {
      config: { access: { roles: ['administrator'], place: 'own places' } },
      schema: {
        operationId: 'decideBinding',
        summary: 'Confirm or refuse a binding that another person asked for',
        tags: ['identity'],
        params: idParams,
        body: grantDecisionSchema,
        response: { 204: { type: 'null', description: 'Decided' }, ...problemResponse },
      },
    },
    async (request, reply) => {
      const { account, scope } = callerOf(request);
      const wanted = { id: request.params.id, decision: request.body.decision };
      valueOf(await decideBinding(services, account, scope, wanted, services.now()));
      return reply.code(204).send(null);
    },
  );
}
