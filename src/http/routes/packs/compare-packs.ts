import { diffPacks } from '#application/packs/diff-packs';
import { openPackRef } from '#application/packs/open-pack-ref';
import { packDiffView } from '#application/views/pack-diff-view';
import { packDiffQuery, packDiffSchema } from '#contract/pack-diff';
import { problemResponse, valueOf } from '#http/problem';
import type { HttpApp, HttpServices } from '#http/services';

export function comparePacks(app: HttpApp, services: HttpServices): void {
  const { packLifeStore: store } = services;
  app.get(
    '/api/v1/diff',
    {
      config: { access: 'anyone on this machine' },
      schema: {
        operationId: 'comparePacks',
        summary: 'What differs between two versions of a pack, or between the packs of two places',
        tags: ['packs'],
        querystring: packDiffQuery,
        response: { 200: packDiffSchema, ...problemResponse },
      },
    },
    async ({ query }) => {
      const from = valueOf(await openPackRef(services, store, query.from));
      const to = valueOf(await openPackRef(services, store, query.to));
      return packDiffView(diffPacks(from, to));
    },
  );
}
