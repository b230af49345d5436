import { explainProjection } from '#application/fund-projections/replay-projection';
import { projectedExplanationSchema, projectedFigureSchema } from '#contract/kept-fund-projections';
import { idParams } from '#http/routes/params';
import { problemResponse, valueOf } from '#http/problem';
import type { HttpApp, HttpServices } from '#http/services';
import { yearScopeOf } from '#http/year-readers';

export function explainFundProjection(app: HttpApp, services: HttpServices): void {
  app.get(
    '/api/v1/fund-projections/:id/explanation',
    {
      config: { access: 'anyone on this machine' },
      schema: {
        operationId: 'explainFundProjection',
        summary: 'One figure of a kept fund projection, down to drivers, bands and given figures',
        tags: ['fund projections'],
        params: idParams,
        querystring: projectedFigureSchema,
        response: { 200: projectedExplanationSchema, ...problemResponse },
      },
    },
    async (request) => {
      const { params, query } = request;
      const scope = await yearScopeOf(request, services);
      return {
        figure: query.figure,
        nodes: valueOf(await explainProjection(services, scope, params.id, query)),
      };
    },
  );
}
