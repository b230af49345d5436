import { keepProjection } from '#application/fund-projections/keep-projection';
import { loadPackWithParents } from '#application/packs/load-pack-with-parents';
import { fundProjectionSummarySchema, keepFundProjectionSchema } from '#contract/kept-fund-projections';
import { jsonContent } from '#http/routes/json-content';
import { letOthersWork } from '#http/routes/let-others-work';
import { problemResponse, valueOf } from '#http/problem';
import type { HttpApp, HttpServices } from '#http/services';

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
        response: {
          200: {
            description: 'Kept before: the same projection',
            ...jsonContent(fundProjectionSummarySchema),
          },
          201: { description: 'Reckoned and kept', ...jsonContent(fundProjectionSummarySchema) },
          ...problemResponse,
        },
      },
    },
    async ({ body }, reply) => {
      const pack = valueOf(await loadPackWithParents(services, body.pack));
      const now = services.now();
      const { projection } = valueOf(await keepProjection(services, { ...body, pack, now }, letOthersWork));
      return reply
        .code(projection.recordedAt === now ? 201 : 200)
        .header('location', `/api/v1/fund-projections/${projection.id}`)
        .send(projection);
    },
  );
}
