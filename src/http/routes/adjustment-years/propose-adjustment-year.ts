import { proposeYear } from '#application/adjustment-year/propose-year';
import { yearNoteSchema, yearStepDoneSchema } from '#contract/adjustment-years';
import { callerOf } from '#http/caller';
import { problemResponse, valueOf } from '#http/problem';
import { idParams } from '#http/routes/params';
import type { HttpApp, HttpServices } from '#http/services';

export function proposeAdjustmentYear(app: HttpApp, services: HttpServices): void {
  app.post(
    '/api/v1/adjustment-years/:id/proposals',
    {
      config: { access: { roles: ['fund_maker'], place: 'own places' } },
      schema: {
        operationId: 'proposeAdjustmentYear',
        summary: 'Propose the year: the pipeline on the frozen figures, kept as a run',
        tags: ['adjustment years'],
        params: idParams,
        body: yearNoteSchema,
        response: { 200: yearStepDoneSchema, ...problemResponse },
      },
    },
    async (request) => {
      const { scope } = callerOf(request);
      const { note = '' } = request.body;
      return valueOf(await proposeYear(services, scope, request.params.id, note, services.now()));
    },
  );
}
