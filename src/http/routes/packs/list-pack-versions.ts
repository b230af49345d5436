import { isKnownPack } from '#application/pack-life/open-version';
import { findPlaceVersions } from '#application/pack-life/place-versions';
import { placeVersionsSchema, versionTimesSchema } from '#contract/versions';
import { idParams } from '#http/routes/params';
import { readVersionTimes } from '#http/routes/packs/read-version-times';
import { problemResponse, valueOf } from '#http/problem';
import type { HttpApp, HttpServices } from '#http/services';

export function listPackVersions(app: HttpApp, services: HttpServices): void {
  app.get(
    '/api/v1/packs/:id/versions',
    {
      config: { access: 'anyone on this machine' },
      schema: {
        operationId: 'listPackVersions',
        summary: "The versions of a place's pack with all that happened to them, the latest first",
        tags: ['packs'],
        params: idParams,
        querystring: versionTimesSchema,
        response: { 200: placeVersionsSchema, ...problemResponse },
      },
    },
    async ({ params, query }) => {
      const times = readVersionTimes(query, services.now());
      valueOf(await isKnownPack(services, services.packLifeStore, params.id));
      return findPlaceVersions(services, services.packLifeStore, params.id, times);
    },
  );
}
