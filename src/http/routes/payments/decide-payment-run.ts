import { decideRun } from '#application/payout/payment-runs';
import { flowDecisionSchema } from '#contract/bank-accounts';
import { callerOf } from '#http/caller';
import { problemResponse, valueOf } from '#http/problem';
import { idParams } from '#http/routes/params';
import type { HttpApp, HttpServices } from '#http/services';

export function decidePaymentRun(app: HttpApp, services: HttpServices): void {
  app.post(
    '/api/v1/payment-runs/:id/decisions',
    {
      config: { access: { roles: ['fund_checker'], place: 'own places' } },
      schema: {
        operationId: 'decidePaymentRun',
        summary: 'Approve or reject a payment run that another person proposed',
        tags: ['payments'],
        params: idParams,
        body: flowDecisionSchema,
        response: { 204: { type: 'null', description: 'Decided' }, ...problemResponse },
      },
    },
    async (request, reply) => {
      const wanted = { id: request.params.id, decision: request.body.decision };
      valueOf(await decideRun(services, callerOf(request).scope, wanted, services.now()));
      return reply.code(204).send(null);
    },
  );
}
