import { proposeAmendment } from '#application/budget/propose-amendment';
import { budgetAmendmentSchema, numberedSchema } from '#contract/budget';
import { callerOf } from '#http/caller';
import { problemResponse, valueOf } from '#http/problem';
import { jsonContent } from '#http/routes/json-content';
import { idParams } from '#http/routes/params';
import type { HttpApp, HttpServices } from '#http/services';

export function amendBudget(app: HttpApp, services: HttpServices): void {
  app.post(
    '/api/v1/budgets/:id/amendments',
    {
      config: { access: { roles: ['budget_maker'], place: 'own places' } },
      schema: {
        operationId: 'amendBudget',
        summary: 'Propose an adjustment plan of an adopted budget',
        tags: ['budget'],
        params: idParams,
        body: budgetAmendmentSchema,
        response: { 201: { description: 'Recorded', ...jsonContent(numberedSchema) }, ...problemResponse },
      },
    },
    async (request, reply) => {
      const { scope } = callerOf(request);
      const made = await proposeAmendment(services, scope, request.params.id, request.body, services.now());
      return reply.code(201).send(valueOf(made));
    },
  );
}
