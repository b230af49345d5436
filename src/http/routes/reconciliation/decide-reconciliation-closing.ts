import { decideClosing } from '#application/reconciliation/close-month';
import { reconciliationDecisionSchema } from '#contract/reconciliation';
import { callerOf } from '#http/caller';
import { problemResponse, valueOf } from '#http/problem';
import { idParams } from '#http/routes/params';
import type { HttpApp, HttpServices } from '#http/services';

export function decideReconciliationClosing(app: HttpApp, services: HttpServices): void {
  app.post(
    '/api/v1/reconciliation-closings/:id/decisions',
    {
      config: { access: { roles: ['reconciliation_checker'], place: 'own places' } },
      schema: {
        operationId: 'decideReconciliationClosing',
        summary: 'Close a month that another person proposed to close, or reject it',
        tags: ['reconciliation'],
        params: idParams,
        body: reconciliationDecisionSchema,
        response: { 204: { type: 'null', description: 'Decided' }, ...problemResponse },
      },
    },
    async (request, reply) => {
      const wanted = { id: request.params.id, decision: request.body.decision };
      valueOf(await decideClosing(services, callerOf(request).scope, wanted, services.now()));
      return reply.code(204).send(null);
    },
  );
}
