import { openRound } from '#application/budget/open-round';
import { roundRequestSchema } from '#contract/budget';
import { recordedIdSchema } from '#contract/identity';
import { callerOf } from '#http/caller';
import { problemResponse, valueOf } from '#http/problem';
import { jsonContent } from '#http/routes/json-content';
import type { HttpApp, HttpServices } from '#http/services';

export function openBudgetRound(app: HttpApp, services: HttpServices): void {
  app.post(
    '/api/v1/budget-rounds',
    {
      config: { access: { roles: ['budget_maker'], place: 'body.place' } },
      schema: {
        operationId: 'openBudgetRound',
        summary: 'Open a year of budgets that a place compiles',
        tags: ['budget'],
        body: roundRequestSchema,
        response: { 201: { description: 'Recorded', ...jsonContent(recordedIdSchema) }, ...problemResponse },
      },
    },
    async (request, reply) => {
      const { scope } = callerOf(request);
      const made = await openRound(services, scope, request.body, services.now());
      return reply.code(201).send(valueOf(made));
    },
  );
}
