import { fundProjectionListSchema } from '#contract/kept-fund-projections';
import { problemResponse } from '#http/problem';
import type { HttpApp, HttpServices } from '#http/services';
import { yearScopeOf } from '#http/year-readers';

export function listFundProjections(app: HttpApp, services: HttpServices): void {
  app.get(
    '/api/v1/fund-projections',
    {
      config: { access: 'anyone on this machine' },
      schema: {
        operationId: 'listFundProjections',
        summary:
          'Kept fund projections, newest first: those of the calculators, and of the years that one sees',
        tags: ['fund projections'],
        response: { 200: fundProjectionListSchema, ...problemResponse },
      },
    },
    async (request) => ({
      projections: await services.fundProjectionStore.listProjections(await yearScopeOf(request, services)),
    }),
  );
}
