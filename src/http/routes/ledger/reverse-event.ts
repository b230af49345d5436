import { outcomeView } from '#application/fund/ledger-views';
import { reverseEvent } from '#application/fund/reverse-event';
import { eventOutcomeSchema, reversalSchema } from '#contract/ledger';
import { eventParams } from '#contract/ledger-queries';
import { callerOf } from '#http/caller';
import { problemResponse, valueOf } from '#http/problem';
import { jsonContent } from '#http/routes/json-content';
import type { HttpApp, HttpServices } from '#http/services';

export function reverseEventRoute(app: HttpApp, services: HttpServices): void {
  app.post(
    '/api/v1/events/:number/reversal',
    {
      config: { access: { roles: ['fund_maker'], place: 'own places' } },
      schema: {
        operationId: 'reverseEvent',
        summary: 'Undo an event whole, in red, once',
        tags: ['ledger'],
        params: eventParams,
        body: reversalSchema,
        response: {
          200: { description: 'What became of the reversal', ...jsonContent(eventOutcomeSchema) },
          ...problemResponse,
        },
      },
    },
    async (request) => {
      const number = BigInt(request.params.number);
      const { scope } = callerOf(request);
      return outcomeView(valueOf(await reverseEvent(services, scope, number, request.body, services.now())));
    },
  );
}
