import { proposeBankAccount } from '#application/payout/bank-accounts';
import { newBankAccountSchema } from '#contract/bank-accounts';
import { recordedIdSchema } from '#contract/identity';
import { callerOf } from '#http/caller';
import { problemResponse, valueOf } from '#http/problem';
import { jsonContent } from '#http/routes/json-content';
import { idParams } from '#http/routes/params';
import type { HttpApp, HttpServices } from '#http/services';

export function proposeBankAccountRoute(app: HttpApp, services: HttpServices): void {
  app.post(
    '/api/v1/pools/:id/bank-accounts',
    {
      config: { access: { roles: ['fund_maker'], place: 'own places' } },
      schema: {
        operationId: 'proposeBankAccount',
        summary: 'Propose a bank account of the fund or of a payee; it holds once another person confirms it',
        tags: ['payments'],
        params: idParams,
        body: newBankAccountSchema,
        response: { 201: { description: 'Proposed', ...jsonContent(recordedIdSchema) }, ...problemResponse },
      },
    },
    async (request, reply) => {
      const wanted = { ...request.body, pool: request.params.id };
      const proposed = await proposeBankAccount(services, callerOf(request).scope, wanted, services.now());
      return reply.code(201).send(valueOf(proposed));
    },
  );
}
