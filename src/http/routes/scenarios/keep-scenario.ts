import { keepScenario as keep } from '#application/scenarios/keep-scenario';
import { scenarioSummary } from '#application/scenarios/open-scenario';
import { keepScenarioSchema, scenarioSummarySchema } from '#contract/scenarios';
import { jsonContent } from '#http/routes/json-content';
import { problemResponse, valueOf } from '#http/problem';
import type { HttpApp, HttpServices } from '#http/services';

export function keepScenario(app: HttpApp, services: HttpServices): void {
  app.post(
    '/api/v1/scenarios',
    {
      config: { access: 'local console' },
      schema: {
        operationId: 'keepScenario',
        summary: 'Reckon a scenario of a run and keep it; the same content again is the same scenario',
        tags: ['scenarios'],
        body: keepScenarioSchema,
        response: {
          200: { description: 'Kept before: the same scenario', ...jsonContent(scenarioSummarySchema) },
          201: { description: 'Reckoned and kept', ...jsonContent(scenarioSummarySchema) },
          ...problemResponse,
        },
      },
    },
    async ({ body }, reply) => {
      const now = services.now();
      const scenario = valueOf(await keep(services, { ...body, now }));
      const isNew = scenario.recordedAt === now;
      return reply
        .code(isNew ? 201 : 200)
        .header('location', `/api/v1/scenarios/${scenario.id}`)
        .send(scenarioSummary(scenario));
    },
  );
}
