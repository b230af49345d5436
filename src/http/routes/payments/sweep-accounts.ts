import { readMonthRequest } from '#application/payout/read-requests';
import { sweepMonth } from '#application/payout/sweep-accounts';
import { sweepView } from '#application/payout/views';
import { sweepRequestSchema, sweepSchema } from '#contract/bank-accounts';
import { callerOf } from '#http/caller';
import { problemResponse, valueOf } from '#http/problem';
import { jsonContent } from '#http/routes/json-content';
import type { HttpApp, HttpServices } from '#http/services';

export function sweepAccounts(app: HttpApp, services: HttpServices): void {
  app.post(
    '/api/v1/sweeps',
    {
      config: { access: { roles: ['fund_maker'], place: 'own places' } },
      schema: {
        operationId: 'sweepAccounts',
        summary:
          'Empty income accounts and treasuries of the own pools into the special account for a month; again it moves only what came in since',
        tags: ['payments'],
        body: sweepRequestSchema,
        response: { 200: { description: 'Swept', ...jsonContent(sweepSchema) }, ...problemResponse },
      },
    },
    async (request) => {
      const month = valueOf(readMonthRequest(request.body.month));
      const vouchers = (request.body.vouchers ?? []).map(({ ofPool: pool, ...rest }) => ({ pool, ...rest }));
      const { scope } = callerOf(request);
      const rows = await sweepMonth(services, scope, { month, vouchers }, services.now());
      return { rows: rows.map(sweepView) };
    },
  );
}
