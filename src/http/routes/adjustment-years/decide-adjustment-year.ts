import { decideYear } from '#application/adjustment-year/decide-year';
import { yearDecisionSchema, yearStepDoneSchema } from '#contract/adjustment-years';
import { callerOf } from '#http/caller';
import { problemResponse, valueOf } from '#http/problem';
import { idParams } from '#http/routes/params';
import type { HttpApp, HttpServices } from '#http/services';

export function decideAdjustmentYear(app: HttpApp, services: HttpServices): void {
  app.post(
    '/api/v1/adjustment-years/:id/decisions',
    {
      config: { access: { roles: ['fund_checker'], place: 'own places' } },
      schema: {
        operationId: 'decideAdjustmentYear',
        summary:
          'Check, return or approve a proposal that others made, or drop its correction; an approval posts what is owed',
        tags: ['adjustment years'],
        params: idParams,
        body: yearDecisionSchema,
        response: { 200: yearStepDoneSchema, ...problemResponse },
      },
    },
    async (request) => {
      const { scope } = callerOf(request);
      const { decision, note = '' } = request.body;
      const wanted = { decision, note };
      return valueOf(await decideYear(services, scope, request.params.id, wanted, services.now()));
    },
  );
}
