import { readDay } from '#application/pack-life/read-day';
import { getPool } from '#application/place/get-pool';
import { recordRegister } from '#application/place/record-register';
import { poolParams } from '#contract/ledger-queries';
import { newPoolingSchema, recordedSchema } from '#contract/places';
import { callerOf } from '#http/caller';
import { problemResponse, valueOf } from '#http/problem';
import { jsonContent } from '#http/routes/json-content';
import type { HttpApp, HttpServices } from '#http/services';

export function addPooling(app: HttpApp, services: HttpServices): void {
  app.post(
    '/api/v1/pools/:pool/poolings',
    {
      config: { access: { roles: ['administrator'], place: 'own places' } },
      schema: {
        operationId: 'addPooling',
        summary: 'Record from which day on the insured of a place belong to the pool',
        tags: ['places'],
        params: poolParams,
        body: newPoolingSchema,
        response: {
          201: { description: 'Recorded', ...jsonContent(recordedSchema) },
          ...problemResponse,
        },
      },
    },
    async (request, reply) => {
      const { scope } = callerOf(request);
      const pool = valueOf(await getPool(services, scope, request.params.pool, request.params.pool));
      const { place, since, basis } = request.body;
      const day = valueOf(readDay('since', since));
      const entry = { kind: 'pooling', at: 'place', pool: pool.id, place, since: day, basis } as const;
      valueOf(await recordRegister(services, scope, [entry], services.now()));
      return reply.code(201).send({ recorded: 1 });
    },
  );
}
