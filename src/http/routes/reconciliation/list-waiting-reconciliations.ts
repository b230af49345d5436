import { listWaitingDecisions } from '#application/reconciliation/open-reconciliation';
import { waitingView } from '#application/reconciliation/views';
import { waitingReconciliationsSchema } from '#contract/reconciliation';
import { callerOf } from '#http/caller';
import { problemResponse } from '#http/problem';
import { RECONCILIATION_READERS } from '#http/routes/reconciliation/reconciliation-readers';
import type { HttpApp, HttpServices } from '#http/services';

export function listWaitingReconciliations(app: HttpApp, services: HttpServices): void {
  app.get(
    '/api/v1/reconciliations-waiting',
    {
      config: { access: RECONCILIATION_READERS },
      schema: {
        operationId: 'listWaitingReconciliations',
        summary: 'What was said to differences, and months proposed to close, that wait for a second person',
        tags: ['reconciliation'],
        response: { 200: waitingReconciliationsSchema, ...problemResponse },
      },
    },
    async (request) => {
      const waiting = await listWaitingDecisions(services, callerOf(request).scope);
      return { waiting: waiting.map(waitingView) };
    },
  );
}
