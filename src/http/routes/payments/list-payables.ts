import { listPayables } from '#application/payout/show-runs';
import { payableView } from '#application/payout/views';
import { payableListSchema, payableQuerySchema } from '#contract/payment-runs';
import { callerOf } from '#http/caller';
import { problemResponse, valueOf } from '#http/problem';
import { LEDGER_READERS } from '#http/routes/ledger/ledger-readers';
import { idParams } from '#http/routes/params';
import type { HttpApp, HttpServices } from '#http/services';

export function listPayablesRoute(app: HttpApp, services: HttpServices): void {
  app.get(
    '/api/v1/pools/:id/payables',
    {
      config: { access: LEDGER_READERS },
      schema: {
        operationId: 'listPayables',
        summary: 'What may be paid by purpose and counterparty: owed, less what runs under way will pay',
        tags: ['payments'],
        params: idParams,
        querystring: payableQuerySchema,
        response: { 200: payableListSchema, ...problemResponse },
      },
    },
    async (request) => {
      const books = { pool: request.params.id, insuranceType: request.query.insuranceType };
      const { payables, isPartial } = valueOf(await listPayables(services, callerOf(request).scope, books));
      return { payables: payables.map(payableView), isPartial };
    },
  );
}
