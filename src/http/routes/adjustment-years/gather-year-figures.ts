import { gatherFigures } from '#application/adjustment-year/gather-figures';
import { yearStepDoneSchema } from '#contract/adjustment-years';
import { callerOf } from '#http/caller';
import { problemResponse, valueOf } from '#http/problem';
import { idParams } from '#http/routes/params';
import type { HttpApp, HttpServices } from '#http/services';

export function gatherYearFigures(app: HttpApp, services: HttpServices): void {
  app.post(
    '/api/v1/adjustment-years/:id/gatherings',
    {
      config: { access: { roles: ['fund_maker'], place: 'own places' } },
      schema: {
        operationId: 'gatherYearFigures',
        summary: 'Gather what the program itself holds of a year: ledger, decided matters, budget',
        tags: ['adjustment years'],
        params: idParams,
        response: { 200: yearStepDoneSchema, ...problemResponse },
      },
    },
    async (request) => {
      const { scope } = callerOf(request);
      return valueOf(await gatherFigures(services, scope, request.params.id, services.now()));
    },
  );
}
