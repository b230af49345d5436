import { openBaseline } from '#application/scenarios/open-baseline';
import { tryScenario } from '#application/scenarios/try-scenario';
import { findFigureExplanation } from '#application/views/figure-explanation';
import { figureExplanationSchema } from '#contract/explanation';
import { scenarioFigureSchema } from '#contract/scenarios';
import { unknownFigure } from '#http/routes/runs/explain-figure';
import { idParams } from '#http/routes/params';
import { HttpRefusal, problemResponse, valueOf } from '#http/problem';
import type { HttpApp, HttpServices } from '#http/services';

export function explainScenarioFigure(app: HttpApp, { runStore, hash }: HttpServices): void {
  app.get(
    '/api/v1/runs/:id/scenarios/explanation',
    {
      config: { access: 'anyone on this machine' },
      schema: {
        operationId: 'explainScenarioFigure',
        summary: 'Why a figure of a scenario is what it is; the replaced values stand in the query',
        tags: ['scenarios'],
        params: idParams,
        querystring: scenarioFigureSchema,
        response: { 200: figureExplanationSchema, ...problemResponse },
      },
    },
    async ({ params, query }) => {
      const { figure, ...values } = query;
      const baseline = valueOf(await openBaseline(runStore, hash, params.id));
      const output = valueOf(tryScenario(baseline, values));
      const explanation = findFigureExplanation({ ...baseline.run, output }, figure);
      if (explanation === undefined) throw new HttpRefusal([unknownFigure(figure)]);
      return explanation;
    },
  );
}
