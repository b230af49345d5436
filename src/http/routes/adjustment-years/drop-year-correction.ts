import { correctYear } from '#application/adjustment-year/correct-year';
import { yearNoteSchema, yearStepDoneSchema } from '#contract/adjustment-years';
import { callerOf } from '#http/caller';
import { problemResponse, valueOf } from '#http/problem';
import { idParams } from '#http/routes/params';
import type { HttpApp, HttpServices } from '#http/services';

export function dropYearCorrection(app: HttpApp, services: HttpServices): void {
  app.post(
    '/api/v1/adjustment-years/:id/correction-drops',
    {
      config: { access: { roles: ['fund_maker'], place: 'own places' } },
      schema: {
        operationId: 'dropYearCorrection',
        summary:
          'Ask to give up a correction of which nothing was proposed yet; a second person decides `dropped`',
        tags: ['adjustment years'],
        params: idParams,
        body: yearNoteSchema,
        response: { 200: yearStepDoneSchema, ...problemResponse },
      },
    },
    async (request) => {
      const { scope } = callerOf(request);
      const { note = '' } = request.body;
      const asked = { step: 'drop_asked', reason: note } as const;
      return valueOf(await correctYear(services, scope, request.params.id, asked, services.now()));
    },
  );
}
