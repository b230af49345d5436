import { reopenVersion } from '#application/budget/review-version';
import { budgetReopeningSchema } from '#contract/budget';
import { callerOf } from '#http/caller';
import { problemResponse, valueOf } from '#http/problem';
import { idParams } from '#http/routes/params';
import type { HttpApp, HttpServices } from '#http/services';

export function reopenBudget(app: HttpApp, services: HttpServices): void {
  app.post(
    '/api/v1/budgets/:id/reopenings',
    {
      config: { access: { roles: ['budget_checker'], place: 'own places' } },
      schema: {
        operationId: 'reopenBudget',
        summary: 'Open an accepted draft again, so that it can be drafted anew',
        tags: ['budget'],
        params: idParams,
        body: budgetReopeningSchema,
        response: { 204: { type: 'null', description: 'Recorded' }, ...problemResponse },
      },
    },
    async (request, reply) => {
      const { scope } = callerOf(request);
      valueOf(await reopenVersion(services, scope, request.params.id, request.body.reason, services.now()));
      return reply.code(204).send(null);
    },
  );
}
