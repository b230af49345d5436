import { listCarriedOver } from '#application/payout/carried-over';
import { readMonthRequest } from '#application/payout/read-requests';
import { listUnswept } from '#application/payout/sweep-accounts';
import { carriedOverView, unsweptView } from '#application/payout/views';
import { monthQuerySchema, unsweptSchema } from '#contract/bank-accounts';
import { callerOf } from '#http/caller';
import { problemResponse, valueOf } from '#http/problem';
import { LEDGER_READERS } from '#http/routes/ledger/ledger-readers';
import type { HttpApp, HttpServices } from '#http/services';

export function listUnsweptAccounts(app: HttpApp, services: HttpServices): void {
  app.get(
    '/api/v1/unswept-accounts',
    {
      config: { access: LEDGER_READERS },
      schema: {
        operationId: 'listUnsweptAccounts',
        summary:
          'Income accounts and treasuries that are not nil at the end of a month, which its closing should not find',
        tags: ['payments'],
        querystring: monthQuerySchema,
        response: { 200: unsweptSchema, ...problemResponse },
      },
    },
    async (request) => {
      const month = valueOf(readMonthRequest(request.query.month));
      const { scope } = callerOf(request);
      const rows = await listUnswept(services, scope, month);
      const carriedOver = await listCarriedOver(services, scope, month);
      return { rows: rows.map(unsweptView), carriedOver: carriedOver.map(carriedOverView) };
    },
  );
}
