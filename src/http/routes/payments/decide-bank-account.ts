import { decideBankAccount } from '#application/payout/bank-accounts';
import { flowDecisionSchema } from '#contract/bank-accounts';
import { callerOf } from '#http/caller';
import { problemResponse, valueOf } from '#http/problem';
import { idParams } from '#http/routes/params';
import type { HttpApp, HttpServices } from '#http/services';

export function decideBankAccountRoute(app: HttpApp, services: HttpServices): void {
  app.post(
    '/api/v1/bank-accounts/:id/decisions',
    {
      config: { access: { roles: ['fund_checker'], place: 'own places' } },
      schema: {
        operationId: 'decideBankAccount',
        summary: 'Confirm or reject a bank account that another person proposed',
        tags: ['payments'],
        params: idParams,
        body: flowDecisionSchema,
        response: { 204: { type: 'null', description: 'Decided' }, ...problemResponse },
      },
    },
    async (request, reply) => {
      const wanted = { id: request.params.id, decision: request.body.decision };
      valueOf(await decideBankAccount(services, callerOf(request).scope, wanted, services.now()));
      return reply.code(204).send(null);
    },
  );
}
