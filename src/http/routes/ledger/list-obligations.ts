import { ofPool } from '#application/fund/event-query';
import { obligationView } from '#application/fund/ledger-views';
import { obligationListSchema } from '#contract/ledger';
import { obligationQuerySchema } from '#contract/ledger-queries';
import { callerOf } from '#http/caller';
import { problemResponse } from '#http/problem';
import { LEDGER_READERS } from '#http/routes/ledger/ledger-readers';
import type { HttpApp, HttpServices } from '#http/services';

export function listObligations(app: HttpApp, { ledgerReader }: HttpServices): void {
  app.get(
    '/api/v1/obligations',
    {
      config: { access: LEDGER_READERS },
      schema: {
        operationId: 'listObligations',
        summary: 'What is open between the own pools and each counterparty',
        tags: ['ledger'],
        querystring: obligationQuerySchema,
        response: { 200: obligationListSchema, ...problemResponse },
      },
    },
    async (request) => {
      const { counterparty, ...books } = request.query;
      const query = { ...ofPool(books), ...(counterparty === undefined ? {} : { counterparty }) };
      const obligations = await ledgerReader.listOpenObligations(callerOf(request).scope, query);
      return { obligations: obligations.map(obligationView) };
    },
  );
}
