import { freezeYear } from '#application/adjustment-year/freeze-year';
import { yearNoteSchema, yearStepDoneSchema } from '#contract/adjustment-years';
import { callerOf } from '#http/caller';
import { problemResponse, valueOf } from '#http/problem';
import { idParams } from '#http/routes/params';
import type { HttpApp, HttpServices } from '#http/services';

export function freezeAdjustmentYear(app: HttpApp, services: HttpServices): void {
  app.post(
    '/api/v1/adjustment-years/:id/freezes',
    {
      config: { access: { roles: ['fund_maker'], place: 'own places' } },
      schema: {
        operationId: 'freezeAdjustmentYear',
        summary:
          'Freeze the figures as a snapshot with its hash; what is missing, or asks for a note, is named',
        tags: ['adjustment years'],
        params: idParams,
        body: yearNoteSchema,
        response: { 200: yearStepDoneSchema, ...problemResponse },
      },
    },
    async (request) => {
      const { scope } = callerOf(request);
      const { note = '' } = request.body;
      return valueOf(await freezeYear(services, scope, request.params.id, note, services.now()));
    },
  );
}
