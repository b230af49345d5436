import { recordException } from '#application/budget/review-version';
import { budgetExceptionSchema } from '#contract/budget';
import { callerOf } from '#http/caller';
import { problemResponse, valueOf } from '#http/problem';
import { idParams } from '#http/routes/params';
import type { HttpApp, HttpServices } from '#http/services';

export function recordBudgetException(app: HttpApp, services: HttpServices): void {
  app.post(
    '/api/v1/budgets/:id/exceptions',
    {
      config: { access: { roles: ['budget_maker'], place: 'own places' } },
      schema: {
        operationId: 'recordBudgetException',
        summary: 'Record why the latest draft, which is in deficit, may pass',
        tags: ['budget'],
        params: idParams,
        body: budgetExceptionSchema,
        response: { 204: { type: 'null', description: 'Recorded' }, ...problemResponse },
      },
    },
    async (request, reply) => {
      const { scope } = callerOf(request);
      valueOf(await recordException(services, scope, request.params.id, request.body, services.now()));
      return reply.code(204).send(null);
    },
  );
}
