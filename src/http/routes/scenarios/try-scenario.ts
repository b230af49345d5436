import { compareRuns } from '#application/scenarios/compare-runs';
import { openBaseline } from '#application/scenarios/open-baseline';
import { tryScenario as reckon } from '#application/scenarios/try-scenario';
import { scenarioComparisonSchema, tryScenarioSchema } from '#contract/scenarios';
import { idParams } from '#http/routes/params';
import { problemResponse, valueOf } from '#http/problem';
import type { HttpApp, HttpServices } from '#http/services';

export function tryScenario(app: HttpApp, { runStore, hash }: HttpServices): void {
  app.post(
    '/api/v1/runs/:id/scenarios',
    {
      config: { access: 'local console' },
      schema: {
        operationId: 'tryScenario',
        summary: 'Reckon a run again with policy values replaced and compare; nothing is stored',
        tags: ['scenarios'],
        params: idParams,
        body: tryScenarioSchema,
        response: { 200: scenarioComparisonSchema, ...problemResponse },
      },
    },
    async ({ params, body }) => {
      const baseline = valueOf(await openBaseline(runStore, hash, params.id));
      return compareRuns(baseline, body.values, valueOf(reckon(baseline, body.values)));
    },
  );
}
