import { showBudget } from '#application/budget/views';
import { budgetViewSchema } from '#contract/budget-output';
import { callerOf } from '#http/caller';
import { problemResponse, valueOf } from '#http/problem';
import { BUDGET_READERS } from '#http/routes/budget/budget-readers';
import { idParams } from '#http/routes/params';
import type { HttpApp, HttpServices } from '#http/services';

export function findBudget(app: HttpApp, services: HttpServices): void {
  app.get(
    '/api/v1/budgets/:id',
    {
      config: { access: BUDGET_READERS },
      schema: {
        operationId: 'findBudget',
        summary: 'A budget: drafts, the table that binds, deficits, plans and final accounts',
        tags: ['budget'],
        params: idParams,
        response: { 200: budgetViewSchema, ...problemResponse },
      },
    },
    async (request) => valueOf(await showBudget(services, callerOf(request).scope, request.params.id)),
  );
}
