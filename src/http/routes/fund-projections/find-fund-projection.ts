import { openProjection } from '#application/fund-projections/keep-projection';
import { keptFundProjectionSchema } from '#contract/kept-fund-projections';
import { idParams } from '#http/routes/params';
import { problemResponse, valueOf } from '#http/problem';
import type { HttpApp, HttpServices } from '#http/services';
import { yearScopeOf } from '#http/year-readers';

export function findFundProjection(app: HttpApp, services: HttpServices): void {
  app.get(
    '/api/v1/fund-projections/:id',
    {
      config: { access: 'anyone on this machine' },
      schema: {
        operationId: 'findFundProjection',
        summary: 'A kept fund projection with what was asked for, as it was stored',
        tags: ['fund projections'],
        params: idParams,
        response: { 200: keptFundProjectionSchema, ...problemResponse },
      },
    },
    async (request) =>
      valueOf(await openProjection(services, await yearScopeOf(request, services), request.params.id)),
  );
}
