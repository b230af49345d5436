import { callerFor } from '#application/identity/caller';
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
        summary:
          'Agree to what another person said to an open line, which posts its correction, or reject it',
        tags: ['reconciliation'],
        params: idParams,
        body: reconciliationDecisionSchema,
        response: { 204: { type: 'null', description: 'Decided' }, ...problemResponse },
      },
    },
    async (request, reply) => {
      const wanted = { id: request.params.id, decision: request.body.decision };
      const { scope, account } = callerOf(request);
      const fund = callerFor(account, ['fund_checker']).scope;
      valueOf(await decideProposal(services, scope, wanted, services.now(), fund));
      return reply.code(204).send(null);
    },
  );
}
