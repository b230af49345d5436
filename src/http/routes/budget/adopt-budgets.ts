import { decideConsolidation } from '#application/budget/decide-consolidation';
import { budgetAdoptionSchema } from '#contract/budget';
import { callerOf } from '#http/caller';
import { problemResponse, valueOf } from '#http/problem';
import { idParams } from '#http/routes/params';
import type { HttpApp, HttpServices } from '#http/services';

export function adoptBudgets(app: HttpApp, services: HttpServices): void {
  app.post(
    '/api/v1/budget-rounds/:id/adoptions',
    {
      config: { access: { roles: ['budget_checker'], place: 'own places' } },
      schema: {
        operationId: 'adoptBudgets',
        summary: 'Adopt the latest consolidation, which then binds, or return it',
        tags: ['budget'],
        params: idParams,
        body: budgetAdoptionSchema,
        response: { 204: { type: 'null', description: 'Recorded' }, ...problemResponse },
      },
    },
    async (request, reply) => {
      const { scope } = callerOf(request);
      valueOf(await decideConsolidation(services, scope, request.params.id, request.body, services.now()));
      return reply.code(204).send(null);
    },
  );
}
