import { ofPool } from '#application/fund/event-query';
import { balanceView } from '#application/fund/ledger-views';
import { balanceListSchema } from '#contract/ledger';
import { balanceQuerySchema } from '#contract/ledger-queries';
import { callerOf } from '#http/caller';
import { problemResponse } from '#http/problem';
import { LEDGER_READERS } from '#http/routes/ledger/ledger-readers';
import type { HttpApp, HttpServices } from '#http/services';

export function listLedgerBalances(app: HttpApp, { ledgerReader }: HttpServices): void {
  app.get(
    '/api/v1/balances',
    {
      config: { access: LEDGER_READERS },
      schema: {
        operationId: 'listLedgerBalances',
        summary: 'Turnover of the own pools by month and account',
        tags: ['ledger'],
        querystring: balanceQuerySchema,
        response: { 200: balanceListSchema, ...problemResponse },
      },
    },
    async (request) => {
      const balances = await ledgerReader.listBalances(callerOf(request).scope, ofPool(request.query));
      return { balances: balances.map(balanceView) };
    },
  );
}
