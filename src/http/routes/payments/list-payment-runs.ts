import { runView } from '#application/payout/views';
import { paymentRunListSchema } from '#contract/payment-runs';
import { callerOf } from '#http/caller';
import { problemResponse } from '#http/problem';
import { LEDGER_READERS } from '#http/routes/ledger/ledger-readers';
import type { HttpApp, HttpServices } from '#http/services';

export function listPaymentRuns(app: HttpApp, { payoutStore }: HttpServices): void {
  app.get(
    '/api/v1/payment-runs',
    {
      config: { access: LEDGER_READERS },
      schema: {
        operationId: 'listPaymentRuns',
        summary: 'Payment runs of the own places, the newest first',
        tags: ['payments'],
        response: { 200: paymentRunListSchema, ...problemResponse },
      },
    },
    async (request) => {
      const runs = await payoutStore.within(callerOf(request).scope, (office) => office.listRuns());
      return { runs: runs.map(runView) };
    },
  );
}
