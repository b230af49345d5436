import { openReconciliation } from '#application/reconciliation/open-reconciliation';
import { matchesView } from '#application/reconciliation/views';
import { matchListSchema, matchQuerySchema } from '#contract/reconciliation';
import { callerOf } from '#http/caller';
import { problemResponse, valueOf } from '#http/problem';
import { idParams } from '#http/routes/params';
import { RECONCILIATION_READERS } from '#http/routes/reconciliation/reconciliation-readers';
import type { HttpApp, HttpServices } from '#http/services';

/** So many matches in one answer. */
const PAGE = 200;

export function listReconciliationMatches(app: HttpApp, services: HttpServices): void {
  app.get(
    '/api/v1/reconciliations/:id/matches',
    {
      config: { access: RECONCILIATION_READERS },
      schema: {
        operationId: 'listReconciliationMatches',
        summary: 'What was matched, 200 matches at a time: the lines of both sides and the rule',
        tags: ['reconciliation'],
        params: idParams,
        querystring: matchQuerySchema,
        response: { 200: matchListSchema, ...problemResponse },
      },
    },
    async (request) => {
      const period = await openReconciliation(services, callerOf(request).scope, request.params.id);
      return matchesView(valueOf(period), Number.parseInt(request.query.from ?? '0', 10), PAGE);
    },
  );
}
