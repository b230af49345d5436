import { submitVersion } from '#application/budget/review-version';
import { callerOf } from '#http/caller';
import { problemResponse, valueOf } from '#http/problem';
import { idParams } from '#http/routes/params';
import type { HttpApp, HttpServices } from '#http/services';

export function submitBudget(app: HttpApp, services: HttpServices): void {
  app.post(
    '/api/v1/budgets/:id/submissions',
    {
      config: { access: { roles: ['budget_maker'], place: 'own places' } },
      schema: {
        operationId: 'submitBudget',
        summary: 'Submit the latest draft for review',
        tags: ['budget'],
        params: idParams,
        response: { 204: { type: 'null', description: 'Recorded' }, ...problemResponse },
      },
    },
    async (request, reply) => {
      const { scope } = callerOf(request);
      valueOf(await submitVersion(services, scope, request.params.id, services.now()));
      return reply.code(204).send(null);
    },
  );
}
