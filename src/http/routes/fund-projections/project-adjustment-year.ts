import { keepProjection } from '#application/fund-projections/keep-projection';
import { onFigures, startFromYear } from '#application/fund-projections/projection-base';
import { projectFromBaseSchema } from '#contract/kept-fund-projections';
import { callerOf } from '#http/caller';
import { projectionAnswers, tellKept } from '#http/routes/fund-projections/kept-projection-answer';
import { letOthersWork } from '#http/routes/fund-projections/let-others-work';
import { idParams } from '#http/routes/params';
import { valueOf } from '#http/problem';
import type { HttpApp, HttpServices } from '#http/services';

export function projectAdjustmentYear(app: HttpApp, services: HttpServices): void {
  app.post(
    '/api/v1/adjustment-years/:id/fund-projections',
    {
      config: { access: { roles: ['fund_maker', 'fund_checker'], place: 'own places' } },
      schema: {
        operationId: 'projectAdjustmentYear',
        summary: 'Project a fund from the frozen figures of a year, and keep it for who may see that year',
        tags: ['fund projections'],
        params: idParams,
        body: projectFromBaseSchema,
        response: projectionAnswers,
      },
    },
    async (request, reply) => {
      const { params, body } = request;
      const { scope } = callerOf(request);
      const start = valueOf(await startFromYear(services, scope, params.id));
      const now = services.now();
      const asked = { ...body, ...start, input: onFigures(body.input, start.figures), now };
      return tellKept(reply, valueOf(await keepProjection(services, scope, asked, letOthersWork)), now);
    },
  );
}
