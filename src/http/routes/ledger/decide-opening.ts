import { decideOpening } from '#application/fund/decide-opening';
import { openingDecidedSchema, openingDecisionSchema } from '#contract/ledger-approvals';
import { eventParams } from '#contract/ledger-queries';
import { callerOf } from '#http/caller';
import { problemResponse, valueOf } from '#http/problem';
import { jsonContent } from '#http/routes/json-content';
import type { HttpApp, HttpServices } from '#http/services';

export function decideOpeningRoute(app: HttpApp, services: HttpServices): void {
  app.post(
    '/api/v1/opening-balances/:number/decisions',
    {
      config: { access: { roles: ['fund_checker'], place: 'own places' } },
      schema: {
        operationId: 'decideOpening',
        summary: 'Approve a file of opening balances, which posts all of it, or reject it',
        tags: ['ledger'],
        params: eventParams,
        body: openingDecisionSchema,
        response: {
          200: { description: 'Decided', ...jsonContent(openingDecidedSchema) },
          ...problemResponse,
        },
      },
    },
    async (request) => {
      const id = BigInt(request.params.number);
      const { scope } = callerOf(request);
      return valueOf(await decideOpening(services, scope, id, request.body.decision, services.now()));
    },
  );
}
