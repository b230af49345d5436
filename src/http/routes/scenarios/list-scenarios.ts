import { Type } from 'typebox';
import { scenarioSummary } from '#application/scenarios/open-scenario';
import { closed } from '#contract/common';
import { scenarioListSchema } from '#contract/scenarios';
import { problemResponse } from '#http/problem';
import type { HttpApp, HttpServices } from '#http/services';

const querySchema = Type.Object(
  { runId: Type.Optional(Type.String({ minLength: 1, description: 'Only scenarios of this run' })) },
  closed,
);

export function listScenarios(app: HttpApp, { scenarioStore }: HttpServices): void {
  app.get(
    '/api/v1/scenarios',
    {
      config: { access: 'anyone on this machine' },
      schema: {
        operationId: 'listScenarios',
        summary: 'Kept scenarios, newest first',
        tags: ['scenarios'],
        querystring: querySchema,
        response: { 200: scenarioListSchema, ...problemResponse },
      },
    },
    async ({ query }) => {
      const scenarios = await scenarioStore.listScenarios(query.runId);
      return { scenarios: scenarios.map(scenarioSummary) };
    },
  );
}
