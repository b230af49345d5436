import { openRun } from '#application/views/open-run';
import { runView } from '#application/views/run-view';
import { runViewSchema } from '#contract/runs';
import { idParams } from '#http/routes/params';
import { problemResponse, valueOf } from '#http/problem';
import type { HttpApp, HttpServices } from '#http/services';

export function findRun(app: HttpApp, { runStore, hash }: HttpServices): void {
  app.get(
    '/api/v1/runs/:id',
    {
      config: { access: 'anyone on this machine' },
      schema: {
        operationId: 'findRun',
        summary: 'A stored run with all that its page shows',
        tags: ['runs'],
        params: idParams,
        response: { 200: runViewSchema, ...problemResponse },
      },
    },
    async ({ params }) => runView(valueOf(await openRun(runStore, hash, params.id))),
  );
}
