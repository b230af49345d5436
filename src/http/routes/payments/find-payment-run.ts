import { openPaymentRun } from '#application/payout/show-runs';
import { runLineView, runView } from '#application/payout/views';
import { paymentRunSchema } from '#contract/payment-runs';
import { callerOf } from '#http/caller';
import { problemResponse, valueOf } from '#http/problem';
import { LEDGER_READERS } from '#http/routes/ledger/ledger-readers';
import { idParams } from '#http/routes/params';
import type { HttpApp, HttpServices } from '#http/services';

export function findPaymentRun(app: HttpApp, services: HttpServices): void {
  app.get(
    '/api/v1/payment-runs/:id',
    {
      config: { access: LEDGER_READERS },
      schema: {
        operationId: 'findPaymentRun',
        summary: 'A payment run with its lines and what the bank said of each',
        tags: ['payments'],
        params: idParams,
        response: { 200: paymentRunSchema, ...problemResponse },
      },
    },
    async (request) => {
      const { scope } = callerOf(request);
      const { run, lines } = valueOf(await openPaymentRun(services, scope, request.params.id));
      const withheld = run.lineCount - lines.length;
      return { run: runView(run), lines: lines.map(runLineView), withheld };
    },
  );
}
