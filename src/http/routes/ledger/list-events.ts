import { readEventQuery } from '#application/fund/event-query';
import { listJournal } from '#application/fund/list-journal';
import { eventPageSchema } from '#contract/ledger';
import { eventQuerySchema } from '#contract/ledger-queries';
import { callerOf } from '#http/caller';
import { problemResponse } from '#http/problem';
import { LEDGER_READERS } from '#http/routes/ledger/ledger-readers';
import type { HttpApp, HttpServices } from '#http/services';

export function listEvents(app: HttpApp, { ledgerReader }: HttpServices): void {
  app.get(
    '/api/v1/events',
    {
      config: { access: LEDGER_READERS },
      schema: {
        operationId: 'listEvents',
        summary: 'The journal of the own pools by number, page by page',
        tags: ['ledger'],
        querystring: eventQuerySchema,
        response: { 200: eventPageSchema, ...problemResponse },
      },
    },
    async (request) => listJournal({ ledgerReader }, callerOf(request).scope, readEventQuery(request.query)),
  );
}
