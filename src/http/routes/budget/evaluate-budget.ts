import { evaluateBudget } from '#application/budget/evaluate-budget';
import { budgetEvaluationSchema, numberedSchema } from '#contract/budget';
import { callerOf } from '#http/caller';
import { problemResponse, valueOf } from '#http/problem';
import { jsonContent } from '#http/routes/json-content';
import { idParams } from '#http/routes/params';
import type { HttpApp, HttpServices } from '#http/services';

export function evaluateBudgetRoute(app: HttpApp, services: HttpServices): void {
  app.post(
    '/api/v1/budgets/:id/evaluations',
    {
      config: { access: { roles: ['budget_maker'], place: 'own places' } },
      schema: {
        operationId: 'evaluateBudget',
        summary: 'Evaluate a year whose final account is approved',
        tags: ['budget'],
        params: idParams,
        body: budgetEvaluationSchema,
        response: { 201: { description: 'Recorded', ...jsonContent(numberedSchema) }, ...problemResponse },
      },
    },
    async (request, reply) => {
      const { scope } = callerOf(request);
      const made = await evaluateBudget(services, scope, request.params.id, request.body, services.now());
      return reply.code(201).send(valueOf(made));
    },
  );
}
