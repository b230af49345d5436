import { viewYear } from '#application/adjustment-year/year-view';
import { adjustmentYearSchema } from '#contract/adjustment-years';
import { callerOf } from '#http/caller';
import { problemResponse, valueOf } from '#http/problem';
import { idParams } from '#http/routes/params';
import type { HttpApp, HttpServices } from '#http/services';

export function findAdjustmentYear(app: HttpApp, services: HttpServices): void {
  app.get(
    '/api/v1/adjustment-years/:id',
    {
      config: { access: { roles: ['fund_maker', 'fund_checker', 'auditor'], place: 'own places' } },
      schema: {
        operationId: 'findAdjustmentYear',
        summary: 'A year with its steps, figures and their sources, what is missing and what comes next',
        tags: ['adjustment years'],
        params: idParams,
        response: { 200: adjustmentYearSchema, ...problemResponse },
      },
    },
    async (request) => {
      const { account, scope } = callerOf(request);
      return valueOf(await viewYear(services, account, scope, request.params.id, services.now()));
    },
  );
}
