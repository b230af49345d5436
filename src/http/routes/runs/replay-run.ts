import { replayRun as replay } from '#application/runs/replay-run';
import { replaySchema } from '#contract/runs';
import { idParams } from '#http/routes/params';
import { problemResponse, valueOf } from '#http/problem';
import type { HttpApp, HttpServices } from '#http/services';

export function replayRun(app: HttpApp, { runStore, hash }: HttpServices): void {
  app.post(
    '/api/v1/runs/:id/replays',
    {
      config: { access: 'local console' },
      schema: {
        operationId: 'replayRun',
        summary: 'Reckon a run again from what was stored with it and compare the bytes; takes no body',
        tags: ['runs'],
        params: idParams,
        response: { 200: replaySchema, ...problemResponse },
      },
    },
    async ({ params }) => valueOf(await replay(runStore, hash, params.id)),
  );
}
