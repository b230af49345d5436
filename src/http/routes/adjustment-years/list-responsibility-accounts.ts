import { responsibilityAccounts } from '#application/adjustment-year/responsibility-accounts';
import { responsibilityAccountsSchema } from '#contract/responsibility-accounts';
import { callerOf } from '#http/caller';
import { problemResponse, valueOf } from '#http/problem';
import { idParams } from '#http/routes/params';
import type { HttpApp, HttpServices } from '#http/services';

export function listResponsibilityAccounts(app: HttpApp, services: HttpServices): void {
  app.get(
    '/api/v1/adjustment-years/:id/responsibility-accounts',
    {
      config: { access: { roles: ['fund_maker', 'fund_checker', 'auditor'], place: 'own places' } },
      schema: {
        operationId: 'listResponsibilityAccounts',
        summary:
          'Under full pooling: what each county sent up, was paid and bears, year by year up to this one',
        tags: ['adjustment years'],
        params: idParams,
        response: { 200: responsibilityAccountsSchema, ...problemResponse },
      },
    },
    async (request) => ({
      accounts: valueOf(await responsibilityAccounts(services, callerOf(request).scope, request.params.id)),
    }),
  );
}
