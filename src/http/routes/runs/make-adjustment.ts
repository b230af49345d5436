import { loadPackWithParents } from '#application/packs/load-pack-with-parents';
import { makeRun } from '#application/runs/make-run';
import { runSummary } from '#application/views/open-run';
import { makeRunSchema, runSummarySchema } from '#contract/runs';
import { jsonContent } from '#http/routes/json-content';
import { problemResponse, valueOf } from '#http/problem';
import type { HttpApp, HttpServices } from '#http/services';

export function makeAdjustment(app: HttpApp, services: HttpServices): void {
  app.post(
    '/api/v1/adjustments',
    {
      config: { access: 'local console' },
      schema: {
        operationId: 'makeAdjustment',
        summary: "Reckon a year's adjustment and keep it; the same content again is the same run",
        tags: ['runs'],
        body: makeRunSchema,
        response: {
          200: { description: 'Kept before: the same run', ...jsonContent(runSummarySchema) },
          201: { description: 'Reckoned and kept', ...jsonContent(runSummarySchema) },
          ...problemResponse,
        },
      },
    },
    async ({ body }, reply) => {
      const pack = valueOf(await loadPackWithParents(services, body.pack));
      const now = services.now();
      const { input: request, dataNote } = body;
      const run = valueOf(await makeRun(services.runStore, services.hash, { pack, request, dataNote, now }));
      // The store gives a run that it kept before with the instant at which it came to know it then.
      const isNew = run.recordedAt === now;
      return reply
        .code(isNew ? 201 : 200)
        .header('location', `/api/v1/runs/${run.id}`)
        .send(runSummary(run));
    },
  );
}
