import { showExecution } from '#application/budget/show-execution';
import { executionQuery } from '#contract/budget';
import { executionSchema } from '#contract/budget-output';
import { callerOf } from '#http/caller';
import { problemResponse, valueOf } from '#http/problem';
import { BUDGET_READERS } from '#http/routes/budget/budget-readers';
import { idParams } from '#http/routes/params';
import type { HttpApp, HttpServices } from '#http/services';

export function findBudgetExecution(app: HttpApp, services: HttpServices): void {
  app.get(
    '/api/v1/budgets/:id/execution',
    {
      config: { access: BUDGET_READERS },
      schema: {
        operationId: 'findBudgetExecution',
        summary: 'An adopted budget against the books up to a month',
        tags: ['budget'],
        params: idParams,
        querystring: executionQuery,
        response: { 200: executionSchema, ...problemResponse },
      },
    },
    async (request) => {
      const { params, query } = request;
      return valueOf(await showExecution(services, callerOf(request).scope, params.id, Number(query.month)));
    },
  );
}
