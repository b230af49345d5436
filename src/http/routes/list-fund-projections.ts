import { fundProjectionListSchema } from '#contract/kept-fund-projections';
import { problemResponse } from '#http/problem';
import type { HttpApp, HttpServices } from '#http/services';

export function listFundProjections(app: HttpApp, { fundProjectionStore }: HttpServices): void {
  app.get(
    '/api/v1/fund-projections',
    {
      config: { access: 'anyone on this machine' },
      schema: {
        operationId: 'listFundProjections',
        summary: 'Kept fund projections, newest first',
        tags: ['fund projections'],
        response: { 200: fundProjectionListSchema, ...problemResponse },
      },
    },
    async () => ({ projections: await fundProjectionStore.listProjections() }),
  );
}
