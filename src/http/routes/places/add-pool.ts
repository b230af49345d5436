import { readDay } from '#application/pack-life/read-day';
import { recordRegister } from '#application/place/record-register';
import { newPoolSchema, recordedSchema } from '#contract/places';
import { callerOf } from '#http/caller';
import { problemResponse, valueOf } from '#http/problem';
import { jsonContent } from '#http/routes/json-content';
import type { HttpApp, HttpServices } from '#http/services';

export function addPool(app: HttpApp, services: HttpServices): void {
  app.post(
    '/api/v1/pools',
    {
      config: { access: { roles: ['administrator'], place: 'body.place' } },
      schema: {
        operationId: 'addPool',
        summary:
          'Record a pool or an adjustment fund; the own place of a pool belongs to it from its first day',
        tags: ['places'],
        body: newPoolSchema,
        response: {
          201: { description: 'Recorded', ...jsonContent(recordedSchema) },
          ...problemResponse,
        },
      },
    },
    async (request, reply) => {
      const { since, ...pool } = request.body;
      const entry = { ...pool, at: 'id', since: valueOf(readDay('since', since)) };
      valueOf(await recordRegister(services, callerOf(request).scope, [entry], services.now()));
      return reply.code(201).send({ recorded: 1 });
    },
  );
}
