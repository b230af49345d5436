import { replayProjection } from '#application/fund-projections/replay-projection';
import { replaySchema } from '#contract/runs';
import { idParams } from '#http/routes/params';
import { letOthersWork } from '#http/routes/fund-projections/let-others-work';
import { problemResponse, valueOf } from '#http/problem';
import type { HttpApp, HttpServices } from '#http/services';
import { yearScopeOf } from '#http/year-readers';

export function replayFundProjection(app: HttpApp, services: HttpServices): void {
  app.post(
    '/api/v1/fund-projections/:id/replays',
    {
      config: { access: 'local console' },
      schema: {
        operationId: 'replayFundProjection',
        summary:
          'Reckon a kept fund projection again, its paths included, and compare the bytes; takes no body',
        tags: ['fund projections'],
        params: idParams,
        response: { 200: replaySchema, ...problemResponse },
      },
    },
    async (request) => {
      const scope = await yearScopeOf(request, services);
      return valueOf(await replayProjection(services, scope, request.params.id, letOthersWork));
    },
  );
}
