import { readPlaces } from '#application/place/read-places';
import { placeListSchema } from '#contract/places';
import { callerOf } from '#http/caller';
import { problemResponse } from '#http/problem';
import { REGISTER_READERS } from '#http/routes/ledger/ledger-readers';
import type { HttpApp, HttpServices } from '#http/services';

export function listPlaces(app: HttpApp, services: HttpServices): void {
  app.get(
    '/api/v1/places',
    {
      config: { access: REGISTER_READERS },
      schema: {
        operationId: 'listPlaces',
        summary: 'The register of places within the own ones',
        tags: ['places'],
        response: { 200: placeListSchema, ...problemResponse },
      },
    },
    async (request) => ({ places: await readPlaces(services, callerOf(request).scope) }),
  );
}
