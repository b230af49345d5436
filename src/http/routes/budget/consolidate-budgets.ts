import { consolidateRound } from '#application/budget/consolidate-round';
import { budgetConsolidatingSchema, numberedSchema } from '#contract/budget';
import { callerOf } from '#http/caller';
import { problemResponse, valueOf } from '#http/problem';
import { jsonContent } from '#http/routes/json-content';
import { idParams } from '#http/routes/params';
import type { HttpApp, HttpServices } from '#http/services';

export function consolidateBudgets(app: HttpApp, services: HttpServices): void {
  app.post(
    '/api/v1/budget-rounds/:id/consolidations',
    {
      config: { access: { roles: ['budget_maker'], place: 'own places' } },
      schema: {
        operationId: 'consolidateBudgets',
        summary: 'Add up the accepted budgets of a round, levies and allocations eliminated',
        tags: ['budget'],
        params: idParams,
        body: budgetConsolidatingSchema,
        response: { 201: { description: 'Recorded', ...jsonContent(numberedSchema) }, ...problemResponse },
      },
    },
    async (request, reply) => {
      const { scope } = callerOf(request);
      const made = await consolidateRound(services, scope, request.params.id, request.body, services.now());
      return reply.code(201).send(valueOf(made));
    },
  );
}
