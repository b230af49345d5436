import { openScenario } from '#application/scenarios/open-scenario';
import { scenarioViewSchema } from '#contract/scenarios';
import { idParams } from '#http/routes/params';
import { problemResponse, valueOf } from '#http/problem';
import type { HttpApp, HttpServices } from '#http/services';

export function findScenario(app: HttpApp, services: HttpServices): void {
  app.get(
    '/api/v1/scenarios/:id',
    {
      config: { access: 'anyone on this machine' },
      schema: {
        operationId: 'findScenario',
        summary: 'A kept scenario beside its run, both as they were stored',
        tags: ['scenarios'],
        params: idParams,
        response: { 200: scenarioViewSchema, ...problemResponse },
      },
    },
    async ({ params }) => valueOf(await openScenario(services, params.id)),
  );
}
