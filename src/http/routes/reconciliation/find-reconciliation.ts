import { openReconciliation } from '#application/reconciliation/open-reconciliation';
import { reconciliationView } from '#application/reconciliation/views';
import { reconciliationSchema } from '#contract/reconciliation';
import { callerOf } from '#http/caller';
import { problemResponse, valueOf } from '#http/problem';
import { idParams } from '#http/routes/params';
import { RECONCILIATION_READERS } from '#http/routes/reconciliation/reconciliation-readers';
import type { HttpApp, HttpServices } from '#http/services';

export function findReconciliation(app: HttpApp, services: HttpServices): void {
  app.get(
    '/api/v1/reconciliations/:id',
    {
      config: { access: RECONCILIATION_READERS },
      schema: {
        operationId: 'findReconciliation',
        summary: 'A month as it stands: both balances adjusted, every difference with what people said to it',
        tags: ['reconciliation'],
        params: idParams,
        response: { 200: reconciliationSchema, ...problemResponse },
      },
    },
    async (request) => {
      const period = await openReconciliation(services, callerOf(request).scope, request.params.id);
      return reconciliationView(valueOf(period));
    },
  );
}
