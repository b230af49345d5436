import { decidePaper } from '#application/budget/decide-paper';
import { budgetPaperDecisionSchema } from '#contract/budget';
import { callerOf } from '#http/caller';
import { problemResponse, valueOf } from '#http/problem';
import { idParams } from '#http/routes/params';
import type { HttpApp, HttpServices } from '#http/services';

export function decideBudgetPaper(app: HttpApp, services: HttpServices): void {
  app.post(
    '/api/v1/budget-papers/:id/decisions',
    {
      config: { access: { roles: ['budget_checker'], place: 'own places' } },
      schema: {
        operationId: 'decideBudgetPaper',
        summary: 'Approve or refuse a plan, final account or evaluation that another person made',
        tags: ['budget'],
        params: idParams,
        body: budgetPaperDecisionSchema,
        response: { 204: { type: 'null', description: 'Recorded' }, ...problemResponse },
      },
    },
    async (request, reply) => {
      const { scope } = callerOf(request);
      valueOf(await decidePaper(services, scope, request.params.id, request.body, services.now()));
      return reply.code(204).send(null);
    },
  );
}
