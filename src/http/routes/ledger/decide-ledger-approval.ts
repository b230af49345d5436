import { decideApproval } from '#application/fund/approvals';
import { approvalDecisionSchema } from '#contract/ledger-approvals';
import { eventParams } from '#contract/ledger-queries';
import { callerOf } from '#http/caller';
import { problemResponse, valueOf } from '#http/problem';
import type { HttpApp, HttpServices } from '#http/services';

export function decideLedgerApproval(app: HttpApp, services: HttpServices): void {
  app.post(
    '/api/v1/approvals/:number/decisions',
    {
      config: { access: { roles: ['fund_checker'], place: 'own places' } },
      schema: {
        operationId: 'decideLedgerApproval',
        summary: 'Approve or reject a restricted use that another person asked for',
        tags: ['ledger'],
        params: eventParams,
        body: approvalDecisionSchema,
        response: { 204: { type: 'null', description: 'Decided' }, ...problemResponse },
      },
    },
    async (request, reply) => {
      const number = BigInt(request.params.number);
      const { scope } = callerOf(request);
      const { decision, reason = '' } = request.body;
      valueOf(await decideApproval(services, scope, number, { decision, reason }, services.now()));
      return reply.code(204).send(null);
    },
  );
}
