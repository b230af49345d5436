import { proposeFinalAccount } from '#application/budget/draw-final-account';
import { finalAccountSchema, numberedSchema } from '#contract/budget';
import { callerOf } from '#http/caller';
import { problemResponse, valueOf } from '#http/problem';
import { jsonContent } from '#http/routes/json-content';
import { idParams } from '#http/routes/params';
import type { HttpApp, HttpServices } from '#http/services';

export function drawFinalAccountRoute(app: HttpApp, services: HttpServices): void {
  app.post(
    '/api/v1/budgets/:id/final-accounts',
    {
      config: { access: { roles: ['budget_maker'], place: 'own places' } },
      schema: {
        operationId: 'drawFinalAccount',
        summary: 'Draw up the final account of a closed year; every line that differs is explained',
        tags: ['budget'],
        params: idParams,
        body: finalAccountSchema,
        response: { 201: { description: 'Recorded', ...jsonContent(numberedSchema) }, ...problemResponse },
      },
    },
    async (request, reply) => {
      const { scope } = callerOf(request);
      const made = await proposeFinalAccount(
        services,
        scope,
        request.params.id,
        request.body,
        services.now(),
      );
      return reply.code(201).send(valueOf(made));
    },
  );
}
