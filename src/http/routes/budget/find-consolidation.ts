import { showConsolidation } from '#application/budget/consolidation-view';
import { consolidationViewSchema } from '#contract/budget-output';
import { callerOf } from '#http/caller';
import { problemResponse, valueOf } from '#http/problem';
import { BUDGET_READERS } from '#http/routes/budget/budget-readers';
import { numberedParams } from '#http/routes/params';
import type { HttpApp, HttpServices } from '#http/services';

export function findConsolidationRoute(app: HttpApp, services: HttpServices): void {
  app.get(
    '/api/v1/budget-rounds/:id/consolidations/:number',
    {
      config: { access: BUDGET_READERS },
      schema: {
        operationId: 'findBudgetConsolidation',
        summary:
          'A consolidation line by line: a column for each pool and the fund, what is eliminated, the total',
        tags: ['budget'],
        params: numberedParams,
        response: { 200: consolidationViewSchema, ...problemResponse },
      },
    },
    async (request) => {
      const { id, number } = request.params;
      return valueOf(await showConsolidation(services, callerOf(request).scope, id, Number(number)));
    },
  );
}
