import { poolShares } from '#application/adjustment-year/pool-shares';
import { poolSharesSchema } from '#contract/adjustment-years';
import { callerOf } from '#http/caller';
import { problemResponse, valueOf } from '#http/problem';
import type { HttpApp, HttpServices } from '#http/services';

export function listPoolShares(app: HttpApp, services: HttpServices): void {
  app.get(
    '/api/v1/adjustment-shares',
    {
      config: { access: { roles: ['fund_maker', 'fund_checker', 'auditor'], place: 'own places' } },
      schema: {
        operationId: 'listPoolShares',
        summary: 'What approved years of adjustment decided for the own pools',
        tags: ['adjustment years'],
        response: { 200: poolSharesSchema, ...problemResponse },
      },
    },
    async (request) => ({ shares: valueOf(await poolShares(services, callerOf(request).scope)) }),
  );
}
