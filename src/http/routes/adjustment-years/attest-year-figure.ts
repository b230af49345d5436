import { attestFigure } from '#application/adjustment-year/attest-figure';
import { attestedFigureSchema } from '#contract/adjustment-years';
import { callerOf } from '#http/caller';
import { problemResponse, valueOf } from '#http/problem';
import { idParams } from '#http/routes/params';
import type { HttpApp, HttpServices } from '#http/services';

export function attestYearFigure(app: HttpApp, services: HttpServices): void {
  app.post(
    '/api/v1/adjustment-years/:id/figures',
    {
      config: { access: { roles: ['fund_maker'], place: 'own places' } },
      schema: {
        operationId: 'attestYearFigure',
        summary: 'Attest a figure that the program does not hold, by a document and its hash',
        tags: ['adjustment years'],
        params: idParams,
        body: attestedFigureSchema,
        response: { 204: { type: 'null', description: 'Recorded' }, ...problemResponse },
      },
    },
    async (request, reply) => {
      const { scope } = callerOf(request);
      const { note = '', ...figure } = request.body;
      valueOf(await attestFigure(services, scope, request.params.id, { ...figure, note }, services.now()));
      return reply.code(204).send(null);
    },
  );
}
