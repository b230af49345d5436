import { runListSchema } from '#contract/runs';
import { problemResponse } from '#http/problem';
import type { HttpApp, HttpServices } from '#http/services';

export function listRuns(app: HttpApp, { runStore }: HttpServices): void {
  app.get(
    '/api/v1/runs',
    {
      config: { access: 'anyone on this machine' },
      schema: {
        operationId: 'listRuns',
        summary: 'All stored runs, newest first',
        tags: ['runs'],
        response: { 200: runListSchema, ...problemResponse },
      },
    },
    async () => ({ runs: await runStore.listRuns() }),
  );
}
