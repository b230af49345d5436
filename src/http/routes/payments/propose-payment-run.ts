import { createBudgetGate } from '#application/budget/budget-gate';
import { proposeRun } from '#application/payout/payment-runs';
import { readRunRequest } from '#application/payout/read-requests';
import { paymentRunRequestSchema, proposedRunSchema } from '#contract/payment-runs';
import { callerOf } from '#http/caller';
import { problemResponse, valueOf } from '#http/problem';
import { jsonContent } from '#http/routes/json-content';
import { idParams } from '#http/routes/params';
import type { HttpApp, HttpServices } from '#http/services';

export function proposePaymentRun(app: HttpApp, services: HttpServices): void {
  app.post(
    '/api/v1/pools/:id/payment-runs',
    {
      config: { access: { roles: ['fund_maker'], place: 'own places' } },
      schema: {
        operationId: 'proposePaymentRun',
        summary: 'Gather what is owed for a purpose into a payment run',
        tags: ['payments'],
        params: idParams,
        body: paymentRunRequestSchema,
        response: { 201: { description: 'Proposed', ...jsonContent(proposedRunSchema) }, ...problemResponse },
      },
    },
    async (request, reply) => {
      const wanted = valueOf(readRunRequest(request.params.id, request.body));
      const proposed = await proposeRun(
        { ...services, budgetGate: createBudgetGate(services) },
        callerOf(request).scope,
        wanted,
        services.now(),
      );
      const { id, leftOut } = valueOf(proposed);
      return reply.code(201).send({ id, leftOut: [...leftOut] });
    },
  );
}
