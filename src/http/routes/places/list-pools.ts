import { poolListSchema } from '#contract/places';
import { callerOf } from '#http/caller';
import { problemResponse } from '#http/problem';
import { REGISTER_READERS } from '#http/routes/ledger/ledger-readers';
import type { HttpApp, HttpServices } from '#http/services';

export function listPools(app: HttpApp, { placeStore }: HttpServices): void {
  app.get(
    '/api/v1/pools',
    {
      config: { access: REGISTER_READERS },
      schema: {
        operationId: 'listPools',
        summary: 'Pools and adjustment funds within the own places',
        tags: ['places'],
        response: { 200: poolListSchema, ...problemResponse },
      },
    },
    async (request) => ({ pools: await placeStore.listPools(callerOf(request).scope) }),
  );
}
