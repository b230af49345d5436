import { bookListSchema } from '#contract/ledger';
import { callerOf } from '#http/caller';
import { problemResponse } from '#http/problem';
import { LEDGER_READERS } from '#http/routes/ledger/ledger-readers';
import type { HttpApp, HttpServices } from '#http/services';

export function listBooks(app: HttpApp, { ledgerReader }: HttpServices): void {
  app.get(
    '/api/v1/books',
    {
      config: { access: LEDGER_READERS },
      schema: {
        operationId: 'listBooks',
        summary: 'The books of the own pools and funds',
        tags: ['ledger'],
        response: { 200: bookListSchema, ...problemResponse },
      },
    },
    async (request) => ({ books: await ledgerReader.listBooks(callerOf(request).scope) }),
  );
}
