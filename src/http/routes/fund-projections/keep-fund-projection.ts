import { keepProjection } from '#application/fund-projections/keep-projection';
import { loadPackWithParents } from '#application/packs/load-pack-with-parents';
import { keepFundProjectionSchema } from '#contract/kept-fund-projections';
import { projectionAnswers, tellKept } from '#http/routes/fund-projections/kept-projection-answer';
import { letOthersWork } from '#http/routes/fund-projections/let-others-work';
import { valueOf } from '#http/problem';
import type { HttpApp, HttpServices } from '#http/services';
import { yearScopeOf } from '#http/year-readers';

export function keepFundProjection(app: HttpApp, services: HttpServices): void {
  app.post(
    '/api/v1/fund-projections',
    {
      config: { access: 'local console' },
      schema: {
        operationId: 'keepFundProjection',
        summary: 'Project a fund by age cohorts and keep it; the same content again is the same projection',
        tags: ['fund projections'],
        body: keepFundProjectionSchema,
        response: projectionAnswers,
      },
    },
    async (request, reply) => {
      const { body } = request;
      const pack = valueOf(await loadPackWithParents(services, body.pack));
      const now = services.now();
      const scope = await yearScopeOf(request, services);
      const asked = { ...body, pack, now };
      return tellKept(reply, valueOf(await keepProjection(services, scope, asked, letOthersWork)), now);
    },
  );
}
