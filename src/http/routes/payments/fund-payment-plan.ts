import { fundPlan } from '#application/payout/fund-plan';
import { readFundingRequest } from '#application/payout/read-requests';
import { fundedPlanSchema, planFundingSchema } from '#contract/payment-plans';
import { callerOf } from '#http/caller';
import { problemResponse, valueOf } from '#http/problem';
import { jsonContent } from '#http/routes/json-content';
import { idParams } from '#http/routes/params';
import type { HttpApp, HttpServices } from '#http/services';

export function fundPaymentPlan(app: HttpApp, services: HttpServices): void {
  app.post(
    '/api/v1/payment-plans/:id/funding',
    {
      config: { access: { roles: ['fund_maker', 'fund_checker'], place: 'own places' } },
      schema: {
        operationId: 'fundPaymentPlan',
        summary:
          'Move what an approved plan says, or a part of it, from the special account to the expenditure account',
        tags: ['payments'],
        params: idParams,
        body: planFundingSchema,
        response: { 200: { description: 'Funded', ...jsonContent(fundedPlanSchema) }, ...problemResponse },
      },
    },
    async (request) => {
      const { scope } = callerOf(request);
      const wanted = valueOf(readFundingRequest(request.params.id, request.body));
      const { event } = valueOf(await fundPlan(services, scope, wanted, services.now()));
      return { event: event.toString() };
    },
  );
}
