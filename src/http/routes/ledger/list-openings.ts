import { openingView } from '#application/fund/ledger-views';
import { openingListSchema } from '#contract/ledger-approvals';
import { callerOf } from '#http/caller';
import { problemResponse } from '#http/problem';
import { LEDGER_READERS } from '#http/routes/ledger/ledger-readers';
import type { HttpApp, HttpServices } from '#http/services';

export function listOpenings(app: HttpApp, { openingStore }: HttpServices): void {
  app.get(
    '/api/v1/opening-balances',
    {
      config: { access: LEDGER_READERS },
      schema: {
        operationId: 'listOpenings',
        summary: 'Files of opening balances that were taken in, the newest first',
        tags: ['ledger'],
        response: { 200: openingListSchema, ...problemResponse },
      },
    },
    async (request) => {
      const openings = await openingStore.list(callerOf(request).scope);
      return { openings: openings.map(openingView) };
    },
  );
}
