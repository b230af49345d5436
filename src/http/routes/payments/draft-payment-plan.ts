import { createBudgetGate } from '#application/budget/budget-gate';
import { draftPlan } from '#application/payout/payment-plans';
import { readPlanRequest } from '#application/payout/read-requests';
import { planLineView } from '#application/payout/views';
import { draftedPlanSchema, paymentPlanRequestSchema } from '#contract/payment-plans';
import { callerOf } from '#http/caller';
import { problemResponse, valueOf } from '#http/problem';
import { jsonContent } from '#http/routes/json-content';
import { idParams } from '#http/routes/params';
import type { HttpApp, HttpServices } from '#http/services';

export function draftPaymentPlan(app: HttpApp, services: HttpServices): void {
  app.post(
    '/api/v1/pools/:id/payment-plans',
    {
      config: { access: { roles: ['fund_maker'], place: 'own places' } },
      schema: {
        operationId: 'draftPaymentPlan',
        summary:
          'Draft a payment plan from what is open and expected; above the adopted budget it is refused',
        tags: ['payments'],
        params: idParams,
        body: paymentPlanRequestSchema,
        response: { 201: { description: 'Drafted', ...jsonContent(draftedPlanSchema) }, ...problemResponse },
      },
    },
    async (request, reply) => {
      const wanted = valueOf(readPlanRequest(request.params.id, request.body));
      const drafted = await draftPlan(
        { ...services, budgetGate: createBudgetGate(services) },
        callerOf(request).scope,
        wanted,
        services.now(),
      );
      const { id, lines } = valueOf(drafted);
      return reply.code(201).send({ id, lines: lines.map(planLineView) });
    },
  );
}
