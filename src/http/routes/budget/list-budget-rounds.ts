import { listRounds } from '#application/budget/views';
import { roundListSchema } from '#contract/budget-output';
import { callerOf } from '#http/caller';
import { problemResponse, valueOf } from '#http/problem';
import { BUDGET_READERS } from '#http/routes/budget/budget-readers';
import type { HttpApp, HttpServices } from '#http/services';

export function listBudgetRounds(app: HttpApp, services: HttpServices): void {
  app.get(
    '/api/v1/budget-rounds',
    {
      config: { access: BUDGET_READERS },
      schema: {
        operationId: 'listBudgetRounds',
        summary: 'Rounds of budgets that bind at the own places',
        tags: ['budget'],
        response: { 200: roundListSchema, ...problemResponse },
      },
    },
    async (request) => valueOf(await listRounds(services, callerOf(request).scope)),
  );
}
