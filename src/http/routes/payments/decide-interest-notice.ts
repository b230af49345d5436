import { decideNotice } from '#application/payout/interest-notices';
import { acceptedInterestSchema, interestDecisionSchema } from '#contract/interest-notices';
import { callerOf } from '#http/caller';
import { problemResponse, valueOf } from '#http/problem';
import { jsonContent } from '#http/routes/json-content';
import { idParams } from '#http/routes/params';
import type { HttpApp, HttpServices } from '#http/services';

export function decideInterestNotice(app: HttpApp, services: HttpServices): void {
  app.post(
    '/api/v1/interest-notices/:id/decisions',
    {
      config: { access: { roles: ['fund_checker'], place: 'own places' } },
      schema: {
        operationId: 'decideInterestNotice',
        summary: 'Accept and post a notice of interest that another person entered, or reject it',
        tags: ['payments'],
        params: idParams,
        body: interestDecisionSchema,
        response: {
          200: { description: 'Decided', ...jsonContent(acceptedInterestSchema) },
          ...problemResponse,
        },
      },
    },
    async (request) => {
      const { decision, reason = '' } = request.body;
      const wanted = { id: request.params.id, decision, reason };
      const { scope } = callerOf(request);
      const { events } = valueOf(await decideNotice(services, scope, wanted, services.now()));
      return { events: events.map((event) => event.toString()) };
    },
  );
}
