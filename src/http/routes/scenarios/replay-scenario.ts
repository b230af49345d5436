import { replayScenario as replay } from '#application/scenarios/replay-scenario';
import { replaySchema } from '#contract/runs';
import { idParams } from '#http/routes/params';
import { problemResponse, valueOf } from '#http/problem';
import type { HttpApp, HttpServices } from '#http/services';

export function replayScenario(app: HttpApp, services: HttpServices): void {
  app.post(
    '/api/v1/scenarios/:id/replays',
    {
      config: { access: 'local console' },
      schema: {
        operationId: 'replayScenario',
        summary: 'Reckon a kept scenario again from its run and compare the bytes; takes no body',
        tags: ['scenarios'],
        params: idParams,
        response: { 200: replaySchema, ...problemResponse },
      },
    },
    async ({ params }) => valueOf(await replay(services, params.id)),
  );
}
