import { readProposalRequest } from '#application/reconciliation/read-requests';
import { proposeForDifference } from '#application/reconciliation/work-differences';
import { callerFor } from '#application/identity/caller';
import { recordedIdSchema } from '#contract/identity';
import { differenceProposalSchema } from '#contract/reconciliation';
import { callerOf } from '#http/caller';
import { problemResponse, valueOf } from '#http/problem';
import { jsonContent } from '#http/routes/json-content';
import { idParams } from '#http/routes/params';
import type { HttpApp, HttpServices } from '#http/services';

export function proposeForDifferenceRoute(app: HttpApp, services: HttpServices): void {
  app.post(
    '/api/v1/reconciliations/:id/proposals',
    {
      config: { access: { roles: ['reconciliation_maker'], place: 'own places' } },
      schema: {
        operationId: 'proposeForDifference',
        summary:
          'Say of an open line that it is on its way, which event corrects it or what is to be posted, or that it is claimed',
        tags: ['reconciliation'],
        params: idParams,
        body: differenceProposalSchema,
        response: {
          201: { description: 'Proposed', ...jsonContent(recordedIdSchema) },
          ...problemResponse,
        },
      },
    },
    async (request, reply) => {
      const wanted = readProposalRequest(request.body);
      const { scope, account } = callerOf(request);
      const { id } = request.params;
      const fund = callerFor(account, ['fund_maker']).scope;
      const proposed = await proposeForDifference(services, scope, id, wanted, services.now(), fund);
      return reply.code(201).send(valueOf(proposed));
    },
  );
}
