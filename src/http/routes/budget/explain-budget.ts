import { explainBudget } from '#application/budget/views';
import { budgetExplanationSchema } from '#contract/budget-output';
import { callerOf } from '#http/caller';
import { problemResponse, valueOf } from '#http/problem';
import { BUDGET_READERS } from '#http/routes/budget/budget-readers';
import { idParams } from '#http/routes/params';
import type { HttpApp, HttpServices } from '#http/services';

export function explainBudgetRoute(app: HttpApp, services: HttpServices): void {
  app.get(
    '/api/v1/budgets/:id/explanation',
    {
      config: { access: BUDGET_READERS },
      schema: {
        operationId: 'explainBudget',
        summary: 'The latest draft down to its drivers and their sources',
        tags: ['budget'],
        params: idParams,
        response: { 200: budgetExplanationSchema, ...problemResponse },
      },
    },
    async (request) => valueOf(await explainBudget(services, callerOf(request).scope, request.params.id)),
  );
}
