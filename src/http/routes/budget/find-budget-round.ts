import { showRound } from '#application/budget/views';
import { roundViewSchema } from '#contract/budget-output';
import { callerOf } from '#http/caller';
import { problemResponse, valueOf } from '#http/problem';
import { BUDGET_READERS } from '#http/routes/budget/budget-readers';
import { idParams } from '#http/routes/params';
import type { HttpApp, HttpServices } from '#http/services';

export function findBudgetRound(app: HttpApp, services: HttpServices): void {
  app.get(
    '/api/v1/budget-rounds/:id',
    {
      config: { access: BUDGET_READERS },
      schema: {
        operationId: 'findBudgetRound',
        summary: 'A round with its budgets, their states and its consolidations',
        tags: ['budget'],
        params: idParams,
        response: { 200: roundViewSchema, ...problemResponse },
      },
    },
    async (request) => valueOf(await showRound(services, callerOf(request).scope, request.params.id)),
  );
}
