import { openBaseline } from '#application/scenarios/open-baseline';
import { projectScenario as project } from '#application/scenarios/project-scenario';
import { projectionView } from '#application/scenarios/projection-view';
import { projectionSchema, projectScenarioSchema } from '#contract/projections';
import { idParams } from '#http/routes/params';
import { problemResponse, valueOf } from '#http/problem';
import type { HttpApp, HttpServices } from '#http/services';

export function projectScenario(app: HttpApp, { runStore, hash }: HttpServices): void {
  app.post(
    '/api/v1/runs/:id/projections',
    {
      config: { access: 'local console' },
      schema: {
        operationId: 'projectScenario',
        summary: 'Carry a run on for one to ten years by simple growth, with and without values replaced',
        tags: ['scenarios'],
        params: idParams,
        body: projectScenarioSchema,
        response: { 200: projectionSchema, ...problemResponse },
      },
    },
    async ({ params, body: { values, projection } }) => {
      const first = valueOf(await openBaseline(runStore, hash, params.id));
      return projectionView(first, values, projection, valueOf(project(first, values, projection)));
    },
  );
}
