import { listPacks as list } from '#application/views/list-packs';
import { packListSchema } from '#contract/packs';
import { problemResponse } from '#http/problem';
import type { HttpApp, HttpServices } from '#http/services';

export function listPacks(app: HttpApp, services: HttpServices): void {
  app.get(
    '/api/v1/packs',
    {
      config: { access: 'anyone on this machine' },
      schema: {
        operationId: 'listPacks',
        summary: 'Policy packs, and those that cannot be used with what is wrong with them',
        tags: ['packs'],
        response: { 200: packListSchema, ...problemResponse },
      },
    },
    async () => list(services),
  );
}
