import { reviewVersion } from '#application/budget/review-version';
import { budgetReviewSchema } from '#contract/budget';
import { callerOf } from '#http/caller';
import { problemResponse, valueOf } from '#http/problem';
import { idParams } from '#http/routes/params';
import type { HttpApp, HttpServices } from '#http/services';

export function reviewBudget(app: HttpApp, services: HttpServices): void {
  app.post(
    '/api/v1/budgets/:id/reviews',
    {
      config: { access: { roles: ['budget_checker'], place: 'own places' } },
      schema: {
        operationId: 'reviewBudget',
        summary:
          'Accept a submitted draft or return it with reasons; somebody else than its maker, at the compiling place',
        tags: ['budget'],
        params: idParams,
        body: budgetReviewSchema,
        response: { 204: { type: 'null', description: 'Recorded' }, ...problemResponse },
      },
    },
    async (request, reply) => {
      const { scope } = callerOf(request);
      valueOf(await reviewVersion(services, scope, request.params.id, request.body, services.now()));
      return reply.code(204).send(null);
    },
  );
}
