import { payYear } from '#application/adjustment-year/pay-year';
import { yearPaymentSchema, yearStepDoneSchema } from '#contract/adjustment-years';
import { callerOf } from '#http/caller';
import { problemResponse, valueOf } from '#http/problem';
import { idParams } from '#http/routes/params';
import type { HttpApp, HttpServices } from '#http/services';

export function payAdjustmentYear(app: HttpApp, services: HttpServices): void {
  app.post(
    '/api/v1/adjustment-years/:id/payments',
    {
      config: { access: { roles: ['fund_maker'], place: 'own places' } },
      schema: {
        operationId: 'payAdjustmentYear',
        summary: 'Pay what an approved year owes, wholly or in part; each line is one event of the ledger',
        tags: ['adjustment years'],
        params: idParams,
        body: yearPaymentSchema,
        response: { 200: yearStepDoneSchema, ...problemResponse },
      },
    },
    async (request) => {
      const { scope } = callerOf(request);
      const { note = '', ...payment } = request.body;
      return valueOf(await payYear(services, scope, request.params.id, { ...payment, note }, services.now()));
    },
  );
}
