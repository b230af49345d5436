import { decideProposal } from '#application/reconciliation/work-differences';
import { reconciliationDecisionSchema } from '#contract/reconciliation';
import { callerOf } from '#http/caller';
import { problemResponse, valueOf } from '#http/problem';
import { idParams } from '#http/routes/params';
import type { HttpApp, HttpServices } from '#http/services';

export function decideDifference(app: HttpApp, services: HttpServices): void {
  app.post(
    '/api/v1/reconciliation-proposals/:id/decisions',
    {
      config: { access: { roles: ['reconciliation_checker'], place: 'own places' } },
      schema: {
        operationId: 'decideDifference',
        summary: 'Agree to what another person said to an open line, or reject it',
        tags: ['reconciliation'],
        params: idParams,
        body: reconciliationDecisionSchema,
        response: { 204: { type: 'null', description: 'Decided' }, ...problemResponse },
      },
    },
    async (request, reply) => {
      const wanted = { id: request.params.id, decision: request.body.decision };
      valueOf(await decideProposal(services, callerOf(request).scope, wanted, services.now()));
      return reply.code(204).send(null);
    },
  );
}
