import { proposeClosing } from '#application/reconciliation/close-month';
import { recordedIdSchema } from '#contract/identity';
import { callerOf } from '#http/caller';
import { problemResponse, valueOf } from '#http/problem';
import { jsonContent } from '#http/routes/json-content';
import { idParams } from '#http/routes/params';
import type { HttpApp, HttpServices } from '#http/services';

export function proposeReconciliationClosing(app: HttpApp, services: HttpServices): void {
  app.post(
    '/api/v1/reconciliations/:id/closings',
    {
      config: { access: { roles: ['reconciliation_maker'], place: 'own places' } },
      schema: {
        operationId: 'proposeReconciliationClosing',
        summary: 'Propose to close a month of which every difference is answered by two people',
        tags: ['reconciliation'],
        params: idParams,
        response: {
          201: { description: 'Proposed', ...jsonContent(recordedIdSchema) },
          ...problemResponse,
        },
      },
    },
    async (request, reply) => {
      const { scope } = callerOf(request);
      const proposed = await proposeClosing(services, scope, request.params.id, services.now());
      return reply.code(201).send(valueOf(proposed));
    },
  );
}
