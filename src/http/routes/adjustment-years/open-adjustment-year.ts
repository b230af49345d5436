import { openYear } from '#application/adjustment-year/open-year';
import { newAdjustmentYearSchema } from '#contract/adjustment-years';
import { recordedIdSchema } from '#contract/identity';
import { callerOf } from '#http/caller';
import { problemResponse, valueOf } from '#http/problem';
import { jsonContent } from '#http/routes/json-content';
import type { HttpApp, HttpServices } from '#http/services';

export function openAdjustmentYear(app: HttpApp, services: HttpServices): void {
  app.post(
    '/api/v1/adjustment-years',
    {
      config: { access: { roles: ['fund_maker'], place: 'body.place' } },
      schema: {
        operationId: 'openAdjustmentYear',
        summary: "Open the adjustment of a fund's year and insurance type",
        tags: ['adjustment years'],
        body: newAdjustmentYearSchema,
        response: { 201: { description: 'Opened', ...jsonContent(recordedIdSchema) }, ...problemResponse },
      },
    },
    async (request, reply) => {
      const { pack, ...wanted } = request.body;
      const asked = { ...wanted, packId: pack };
      return reply
        .code(201)
        .send(valueOf(await openYear(services, callerOf(request).scope, asked, services.now())));
    },
  );
}
