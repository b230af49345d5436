import { listPlaceVersions } from '#application/pack-life/place-versions';
import { versionListSchema, versionTimesSchema } from '#contract/versions';
import { readVersionTimes } from '#http/routes/packs/read-version-times';
import { problemResponse } from '#http/problem';
import type { HttpApp, HttpServices } from '#http/services';

export function listVersions(app: HttpApp, services: HttpServices): void {
  app.get(
    '/api/v1/versions',
    {
      config: { access: 'anyone on this machine' },
      schema: {
        operationId: 'listVersions',
        summary: "Every place's pack: what is in force, and each version with who brought it there when",
        tags: ['packs'],
        querystring: versionTimesSchema,
        response: { 200: versionListSchema, ...problemResponse },
      },
    },
    async ({ query }) => ({
      places: await listPlaceVersions(
        services,
        services.packLifeStore,
        readVersionTimes(query, services.now()),
      ),
    }),
  );
}
