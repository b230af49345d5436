import { findBankAccount } from '#application/payout/bank-accounts';
import { bankAccountSchema } from '#contract/bank-accounts';
import { callerOf } from '#http/caller';
import { problemResponse, valueOf } from '#http/problem';
import { idParams } from '#http/routes/params';
import type { HttpApp, HttpServices } from '#http/services';

export function findBankAccountRoute(app: HttpApp, services: HttpServices): void {
  app.get(
    '/api/v1/bank-accounts/:id',
    {
      config: { access: { roles: ['fund_maker', 'fund_checker', 'auditor'], place: 'own places' } },
      schema: {
        operationId: 'findBankAccount',
        summary: 'One bank account with its whole number, for whoever confirms or audits it',
        tags: ['payments'],
        params: idParams,
        response: { 200: bankAccountSchema, ...problemResponse },
      },
    },
    async (request) => valueOf(await findBankAccount(services, callerOf(request).scope, request.params.id)),
  );
}
