import { getEvent } from '#application/fund/get-event';
import { entryView, eventView } from '#application/fund/ledger-views';
import { eventDetailSchema } from '#contract/ledger';
import { eventParams } from '#contract/ledger-queries';
import { callerOf } from '#http/caller';
import { problemResponse, valueOf } from '#http/problem';
import { LEDGER_READERS } from '#http/routes/ledger/ledger-readers';
import type { HttpApp, HttpServices } from '#http/services';

export function findEvent(app: HttpApp, services: HttpServices): void {
  app.get(
    '/api/v1/events/:number',
    {
      config: { access: LEDGER_READERS },
      schema: {
        operationId: 'findEvent',
        summary: 'An event with its clauses and those of its entries that stand in the own pools',
        tags: ['ledger'],
        params: eventParams,
        response: { 200: eventDetailSchema, ...problemResponse },
      },
    },
    async (request) => {
      const found = await getEvent(services, callerOf(request).scope, BigInt(request.params.number));
      const { event, entries } = valueOf(found);
      return { event: eventView(event), entries: entries.map(entryView) };
    },
  );
}
