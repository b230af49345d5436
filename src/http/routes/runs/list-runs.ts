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
        summary:
          'Stored runs of the calculators, newest first; those of years of adjustment stand with their years',
        tags: ['runs'],
        response: { 200: runListSchema, ...problemResponse },
      },
    },
    async () => ({ runs: await runStore.listRuns('calculators') }),
  );
}
