import { confirmClosing } from '#application/reconciliation/close-month';
import { reconciliationDecisionSchema } from '#contract/reconciliation';
import { callerOf } from '#http/caller';
import { problemResponse, valueOf } from '#http/problem';
import { idParams } from '#http/routes/params';
import type { HttpApp, HttpServices } from '#http/services';

export function confirmReconciliationClosing(app: HttpApp, services: HttpServices): void {
  app.post(
    '/api/v1/reconciliation-closings/:id/confirmations',
    {
      config: { access: { roles: ['reconciliation_checker'], place: 'own places' } },
      schema: {
        operationId: 'confirmReconciliationClosing',
        summary:
          'For the other party: confirm the balance adjustment of a month that is proposed to be closed, or reject it',
        tags: ['reconciliation'],
        params: idParams,
        body: reconciliationDecisionSchema,
        response: { 204: { type: 'null', description: 'Confirmed or rejected' }, ...problemResponse },
      },
    },
    async (request, reply) => {
      const wanted = { id: request.params.id, decision: request.body.decision };
      valueOf(await confirmClosing(services, callerOf(request).scope, wanted, services.now()));
      return reply.code(204).send(null);
    },
  );
}
