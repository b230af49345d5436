import { readDay } from '#application/pack-life/read-day';
import { recordRegister } from '#application/place/record-register';
import { newPlaceSchema, recordedSchema } from '#contract/places';
import { callerOf } from '#http/caller';
import { problemResponse, valueOf } from '#http/problem';
import { jsonContent } from '#http/routes/json-content';
import type { HttpApp, HttpServices } from '#http/services';

export function addPlace(app: HttpApp, services: HttpServices): void {
  app.post(
    '/api/v1/places',
    {
      config: { access: { roles: ['administrator'], place: 'body.path' } },
      schema: {
        operationId: 'addPlace',
        summary: 'Record a place below one that is in the register',
        tags: ['places'],
        body: newPlaceSchema,
        response: {
          201: { description: 'Recorded', ...jsonContent(recordedSchema) },
          ...problemResponse,
        },
      },
    },
    async (request, reply) => {
      const { path, name, since } = request.body;
      const day = valueOf(readDay('since', since));
      const entry = { kind: 'place', at: 'path', path, name, since: day, until: null } as const;
      valueOf(await recordRegister(services, callerOf(request).scope, [entry], services.now()));
      return reply.code(201).send({ recorded: 1 });
    },
  );
}
