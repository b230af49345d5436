import { importRegister } from '#application/place/import-register';
import { importedRegisterSchema, registerFileSchema } from '#contract/places';
import { callerOf } from '#http/caller';
import { problemResponse, valueOf } from '#http/problem';
import { jsonContent } from '#http/routes/json-content';
import type { HttpApp, HttpServices } from '#http/services';

export function importRegisterRoute(app: HttpApp, services: HttpServices): void {
  app.post(
    '/api/v1/register-imports',
    {
      config: { access: { roles: ['administrator'], place: 'own places' } },
      schema: {
        operationId: 'importRegister',
        summary: 'Take in a register of places and pools as CSV; with one fault nothing is written',
        tags: ['places'],
        body: registerFileSchema,
        response: {
          201: { description: 'Recorded', ...jsonContent(importedRegisterSchema) },
          ...problemResponse,
        },
      },
    },
    async (request, reply) => {
      const { fileName, csv } = request.body;
      const { scope } = callerOf(request);
      const source = { file: fileName, text: csv };
      const rows = valueOf(await importRegister(services, scope, source, services.now()));
      return reply.code(201).send({
        places: rows.places.length,
        pools: rows.pools.length,
        poolings: rows.poolings.length,
        memberships: rows.memberships.length,
      });
    },
  );
}
