import { closeBooksYear } from '#application/fund/close-books-year';
import { outcomeView } from '#application/fund/ledger-views';
import { explainedOutcome } from '#application/fund/post-requested';
import { closeYearSchema, eventOutcomeSchema } from '#contract/ledger';
import { yearParams } from '#contract/ledger-queries';
import { callerOf } from '#http/caller';
import { problemResponse, valueOf } from '#http/problem';
import { jsonContent } from '#http/routes/json-content';
import type { HttpApp, HttpServices } from '#http/services';

export function closeLedgerYear(app: HttpApp, services: HttpServices): void {
  app.post(
    '/api/v1/books/:pool/:type/years/:year/close',
    {
      config: { access: { roles: ['fund_maker'], place: 'own places' } },
      schema: {
        operationId: 'closeLedgerYear',
        summary: 'Close income and expenditure of a year into the fund balance',
        tags: ['ledger'],
        params: yearParams,
        body: closeYearSchema,
        response: {
          200: { description: 'The closing event', ...jsonContent(eventOutcomeSchema) },
          ...problemResponse,
        },
      },
    },
    async (request) => {
      const { pool, type: insuranceType, year } = request.params;
      const books = { pool, insuranceType, year: Number(year), pack: request.body.pack };
      const closed = await closeBooksYear(services, callerOf(request).scope, books, services.now());
      return outcomeView(explainedOutcome(valueOf(closed)));
    },
  );
}
