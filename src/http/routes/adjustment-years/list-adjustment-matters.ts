import { viewMatters } from '#application/adjustment-year/deciding-place';
import { withStandings } from '#application/adjustment-year/short-pools';
import { matterListSchema } from '#contract/adjustment-matters';
import { callerOf } from '#http/caller';
import { problemResponse } from '#http/problem';
import type { HttpApp, HttpServices } from '#http/services';

export function listAdjustmentMatters(app: HttpApp, services: HttpServices): void {
  app.get(
    '/api/v1/adjustment-matters',
    {
      config: { access: { roles: ['fund_maker', 'fund_checker', 'auditor'], place: 'own places' } },
      schema: {
        operationId: 'listAdjustmentMatters',
        summary: 'Emergency applications, adoptions, handovers and assessments of the own places',
        tags: ['adjustment years'],
        response: { 200: matterListSchema, ...problemResponse },
      },
    },
    async (request) => {
      const { scope } = callerOf(request);
      const matters = await viewMatters(services, scope);
      return { matters: await withStandings(services, scope, matters, services.now()) };
    },
  );
}
