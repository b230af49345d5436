import { draftBudget } from '#application/budget/draft-budget';
import { budgetDraftSchema, draftedSchema } from '#contract/budget';
import { callerOf } from '#http/caller';
import { problemResponse, valueOf } from '#http/problem';
import { jsonContent } from '#http/routes/json-content';
import { idParams } from '#http/routes/params';
import type { HttpApp, HttpServices } from '#http/services';

export function draftBudgetRoute(app: HttpApp, services: HttpServices): void {
  app.post(
    '/api/v1/budget-rounds/:id/budgets',
    {
      config: { access: { roles: ['budget_maker'], place: 'own places' } },
      schema: {
        operationId: 'draftBudget',
        summary: 'Draft the budget of a pool or of the adjustment fund from drivers',
        tags: ['budget'],
        params: idParams,
        body: budgetDraftSchema,
        response: { 201: { description: 'Recorded', ...jsonContent(draftedSchema) }, ...problemResponse },
      },
    },
    async (request, reply) => {
      const { scope } = callerOf(request);
      const made = await draftBudget(services, scope, request.params.id, request.body, services.now());
      return reply.code(201).send(valueOf(made));
    },
  );
}
