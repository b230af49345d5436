import { readEventQuery } from '#application/fund/event-query';
import { entrySumView, eventView } from '#application/fund/ledger-views';
import { eventPageSchema } from '#contract/ledger';
import { eventQuerySchema } from '#contract/ledger-queries';
import { callerOf } from '#http/caller';
import { problemResponse } from '#http/problem';
import { LEDGER_READERS } from '#http/routes/ledger-readers';
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
    async (request) => {
      const query = readEventQuery(request.query);
      const { scope } = callerOf(request);
      const events = await ledgerReader.listEvents(scope, query);
      const isOneAccount = [query.pools, query.insuranceType, query.accounts].every(
        (one) => one !== undefined,
      );
      const sums = isOneAccount ? await ledgerReader.sumEntries(scope, query) : undefined;
      const totals = sums === undefined ? null : entrySumView(sums);
      const next = events.length < query.limit ? null : (events.at(-1)?.number.toString() ?? null);
      const through = next === null ? undefined : BigInt(next);
      const withheld = Number(await ledgerReader.countWithheld(scope, query, through));
      return { events: events.map(eventView), totals, withheld, next };
    },
  );
}
