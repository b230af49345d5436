import { countWithheldAccounts, listBankAccounts } from '#application/payout/bank-accounts';
import { bankAccountListSchema } from '#contract/bank-accounts';
import { callerOf } from '#http/caller';
import { problemResponse } from '#http/problem';
import { LEDGER_READERS } from '#http/routes/ledger/ledger-readers';
import type { HttpApp, HttpServices } from '#http/services';

export function listBankAccountsRoute(app: HttpApp, services: HttpServices): void {
  app.get(
    '/api/v1/bank-accounts',
    {
      config: { access: LEDGER_READERS },
      schema: {
        operationId: 'listBankAccounts',
        summary: 'Bank accounts of the fund and of payees in the own places; numbers by their last digits',
        tags: ['payments'],
        response: { 200: bankAccountListSchema, ...problemResponse },
      },
    },
    async (request) => {
      const { scope } = callerOf(request);
      const accounts = await listBankAccounts(services, scope);
      return { accounts: [...accounts], withheld: await countWithheldAccounts(services, scope) };
    },
  );
}
