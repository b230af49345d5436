import { listPlans } from '#application/payout/payment-plans';
import { planView } from '#application/payout/views';
import { paymentPlanListSchema } from '#contract/payment-plans';
import { callerOf } from '#http/caller';
import { problemResponse } from '#http/problem';
import { LEDGER_READERS } from '#http/routes/ledger/ledger-readers';
import type { HttpApp, HttpServices } from '#http/services';

export function listPaymentPlans(app: HttpApp, services: HttpServices): void {
  app.get(
    '/api/v1/payment-plans',
    {
      config: { access: LEDGER_READERS },
      schema: {
        operationId: 'listPaymentPlans',
        summary: 'Payment plans of the own places, the newest first',
        tags: ['payments'],
        response: { 200: paymentPlanListSchema, ...problemResponse },
      },
    },
    async (request) => ({ plans: (await listPlans(services, callerOf(request).scope)).map(planView) }),
  );
}
