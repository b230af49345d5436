import { showFinalAccount } from '#application/budget/show-final-account';
import { finalAccountViewSchema } from '#contract/budget-output';
import { callerOf } from '#http/caller';
import { problemResponse, valueOf } from '#http/problem';
import { BUDGET_READERS } from '#http/routes/budget/budget-readers';
import { idParams } from '#http/routes/params';
import type { HttpApp, HttpServices } from '#http/services';

export function findFinalAccount(app: HttpApp, services: HttpServices): void {
  app.get(
    '/api/v1/budget-papers/:id/final-account',
    {
      config: { access: BUDGET_READERS },
      schema: {
        operationId: 'findFinalAccount',
        summary:
          'A final account row by row: budget, closed books, difference in yuan and percent, reasons and clauses',
        tags: ['budget'],
        params: idParams,
        response: { 200: finalAccountViewSchema, ...problemResponse },
      },
    },
    async (request) => valueOf(await showFinalAccount(services, callerOf(request).scope, request.params.id)),
  );
}
