import { openBaseline } from '#application/scenarios/open-baseline';
import { replaceableValues } from '#application/scenarios/replaceable-values';
import { replaceableValuesSchema } from '#contract/scenarios';
import { idParams } from '#http/routes/params';
import { problemResponse, valueOf } from '#http/problem';
import type { HttpApp, HttpServices } from '#http/services';

export function listReplaceableValues(app: HttpApp, { runStore, hash }: HttpServices): void {
  app.get(
    '/api/v1/runs/:id/replaceable-values',
    {
      config: { access: 'anyone on this machine' },
      schema: {
        operationId: 'listReplaceableValues',
        summary: 'The policy values that a scenario of a run may replace, with figures, clauses and bounds',
        tags: ['scenarios'],
        params: idParams,
        response: { 200: replaceableValuesSchema, ...problemResponse },
      },
    },
    async ({ params }) => ({
      values: replaceableValues(valueOf(await openBaseline(runStore, hash, params.id))),
    }),
  );
}
