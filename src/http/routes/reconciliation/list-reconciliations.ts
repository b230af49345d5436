import { listReconciliations } from '#application/reconciliation/open-reconciliation';
import { statementView } from '#application/reconciliation/views';
import { reconciliationListSchema } from '#contract/reconciliation';
import { callerOf } from '#http/caller';
import { problemResponse } from '#http/problem';
import { RECONCILIATION_READERS } from '#http/routes/reconciliation/reconciliation-readers';
import type { HttpApp, HttpServices } from '#http/services';

export function listReconciliationsRoute(app: HttpApp, services: HttpServices): void {
  app.get(
    '/api/v1/reconciliations',
    {
      config: { access: RECONCILIATION_READERS },
      schema: {
        operationId: 'listReconciliations',
        summary: 'Statements of other parties with the state of their months, the newest month first',
        tags: ['reconciliation'],
        response: { 200: reconciliationListSchema, ...problemResponse },
      },
    },
    async (request) => {
      const statements = await listReconciliations(services, callerOf(request).scope);
      return { reconciliations: statements.map(statementView) };
    },
  );
}
