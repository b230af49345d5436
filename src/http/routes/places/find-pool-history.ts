import { readPoolHistory } from '#application/place/pool-history';
import { poolParams } from '#contract/ledger-queries';
import { poolHistorySchema } from '#contract/places';
import { callerOf } from '#http/caller';
import { problemResponse, valueOf } from '#http/problem';
import { REGISTER_READERS } from '#http/routes/ledger/ledger-readers';
import type { HttpApp, HttpServices } from '#http/services';

export function findPoolHistory(app: HttpApp, services: HttpServices): void {
  app.get(
    '/api/v1/pools/:pool/history',
    {
      config: { access: REGISTER_READERS },
      schema: {
        operationId: 'findPoolHistory',
        summary: 'Which places the pool pooled since when, and which pools its own place belonged to',
        tags: ['places'],
        params: poolParams,
        response: { 200: poolHistorySchema, ...problemResponse },
      },
    },
    async (request) => valueOf(await readPoolHistory(services, callerOf(request).scope, request.params.pool)),
  );
}
