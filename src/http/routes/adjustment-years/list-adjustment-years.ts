import { listYears } from '#application/adjustment-year/list-years';
import { yearListSchema } from '#contract/adjustment-years';
import { callerOf } from '#http/caller';
import { problemResponse } from '#http/problem';
import type { HttpApp, HttpServices } from '#http/services';

export function listAdjustmentYears(app: HttpApp, services: HttpServices): void {
  app.get(
    '/api/v1/adjustment-years',
    {
      config: { access: { roles: ['fund_maker', 'fund_checker', 'auditor'], place: 'own places' } },
      schema: {
        operationId: 'listAdjustmentYears',
        summary: 'Years of adjustment in the own places, the newest first',
        tags: ['adjustment years'],
        response: { 200: yearListSchema, ...problemResponse },
      },
    },
    async (request) => ({ years: [...(await listYears(services, callerOf(request).scope))] }),
  );
}
