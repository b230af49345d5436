import { simulateYear } from '#application/adjustment-year/simulate-year';
import { adjustmentOutputSchema } from '#contract/adjustment-output';
import { callerOf } from '#http/caller';
import { problemResponse, valueOf } from '#http/problem';
import { idParams } from '#http/routes/params';
import type { HttpApp, HttpServices } from '#http/services';

export function simulateAdjustmentYear(app: HttpApp, services: HttpServices): void {
  app.get(
    '/api/v1/adjustment-years/:id/simulation',
    {
      config: { access: { roles: ['fund_maker', 'fund_checker', 'auditor'], place: 'own places' } },
      schema: {
        operationId: 'simulateAdjustmentYear',
        summary: 'What the present figures come to; nothing is stored, and a draft does no more than this',
        tags: ['adjustment years'],
        params: idParams,
        response: { 200: adjustmentOutputSchema, ...problemResponse },
      },
    },
    async (request) => {
      const { scope } = callerOf(request);
      return valueOf(await simulateYear(services, scope, request.params.id, services.now()));
    },
  );
}
