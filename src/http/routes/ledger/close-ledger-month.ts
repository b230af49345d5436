import { closeMonth } from '#application/fund/close-month';
import { closedMonthSchema, monthClosingSchema } from '#contract/ledger';
import { monthParams } from '#contract/ledger-queries';
import { callerOf } from '#http/caller';
import { problemResponse, valueOf } from '#http/problem';
import { jsonContent } from '#http/routes/json-content';
import type { HttpApp, HttpServices } from '#http/services';

export function closeLedgerMonth(app: HttpApp, services: HttpServices): void {
  app.post(
    '/api/v1/books/:pool/:type/months/:month/close',
    {
      config: { access: { roles: ['fund_checker'], place: 'own places' } },
      schema: {
        operationId: 'closeLedgerMonth',
        summary: 'Close a month of books, in order and for good',
        tags: ['ledger'],
        params: monthParams,
        body: monthClosingSchema,
        response: {
          200: { description: 'Closed', ...jsonContent(closedMonthSchema) },
          ...problemResponse,
        },
      },
    },
    async (request) => {
      const { pool, type: insuranceType, month } = request.params;
      const closing = { pool, insuranceType, month, ...request.body };
      return valueOf(await closeMonth(services, callerOf(request).scope, closing, services.now()));
    },
  );
}
