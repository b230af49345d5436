import { outcomeView } from '#application/fund/ledger-views';
import { postRequested } from '#application/fund/post-requested';
import { eventOutcomesSchema, eventRequestsSchema } from '#contract/ledger';
import { callerOf } from '#http/caller';
import { problemResponse, valueOf } from '#http/problem';
import { jsonContent } from '#http/routes/json-content';
import type { HttpApp, HttpServices } from '#http/services';

export function postEventsRoute(app: HttpApp, services: HttpServices): void {
  app.post(
    '/api/v1/events',
    {
      config: { access: { roles: ['fund_maker'], place: 'own places' } },
      schema: {
        operationId: 'postEvents',
        summary: 'Post events by journal templates; a key posts once, whatever is sent again',
        tags: ['ledger'],
        body: eventRequestsSchema,
        response: {
          200: { description: 'What became of each, in their order', ...jsonContent(eventOutcomesSchema) },
          ...problemResponse,
        },
      },
    },
    async (request) => {
      const { pack, events } = request.body;
      const places = events.map((_, index) => `events[${index}].`);
      const { scope } = callerOf(request);
      const outcomes = await postRequested(services, scope, { pack, events, places }, services.now());
      return { outcomes: valueOf(outcomes).map(outcomeView) };
    },
  );
}
