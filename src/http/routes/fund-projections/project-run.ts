import { keepProjection } from '#application/fund-projections/keep-projection';
import { onFigures, startFromRun } from '#application/fund-projections/projection-base';
import { projectFromBaseSchema } from '#contract/kept-fund-projections';
import { projectionAnswers, tellKept } from '#http/routes/fund-projections/kept-projection-answer';
import { letOthersWork } from '#http/routes/fund-projections/let-others-work';
import { idParams } from '#http/routes/params';
import { valueOf } from '#http/problem';
import type { HttpApp, HttpServices } from '#http/services';
import { yearScopeOf } from '#http/year-readers';

export function projectRun(app: HttpApp, services: HttpServices): void {
  app.post(
    '/api/v1/runs/:id/fund-projections',
    {
      config: { access: 'local console' },
      schema: {
        operationId: 'projectRun',
        summary: 'Project a fund from the input and the policy of a stored run, and keep it for everybody',
        tags: ['fund projections'],
        params: idParams,
        body: projectFromBaseSchema,
        response: projectionAnswers,
      },
    },
    async (request, reply) => {
      const { params, body } = request;
      const start = valueOf(await startFromRun(services.runStore, services.hash, params.id));
      const now = services.now();
      const asked = { ...body, ...start, input: onFigures(body.input, start.figures), now };
      const scope = await yearScopeOf(request, services);
      return tellKept(reply, valueOf(await keepProjection(services, scope, asked, letOthersWork)), now);
    },
  );
}
