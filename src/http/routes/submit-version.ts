import { advancePack } from '#application/pack-life/advance-pack';
import { openPresent } from '#application/pack-life/open-version';
import { recordedStepSchema, submitVersionSchema } from '#contract/versions';
import { jsonContent } from '#http/routes/json-content';
import { idParams } from '#http/routes/params';
import { recordedStep } from '#http/routes/recorded-step';
import { problemResponse, valueOf } from '#http/problem';
import type { HttpApp, HttpServices } from '#http/services';

/**
 * The acting person is a declared field of the request, as on the command line: this route asks for no session
 * yet and answers this machine only.
 */
export function submitVersion(app: HttpApp, services: HttpServices): void {
  app.post(
    '/api/v1/packs/:id/versions',
    {
      config: { access: 'local console' },
      schema: {
        operationId: 'submitVersion',
        summary:
          "Keep the present content of a pack's files as a version; refused if it is not what was seen",
        tags: ['packs'],
        params: idParams,
        body: submitVersionSchema,
        response: { 201: { description: 'Kept', ...jsonContent(recordedStepSchema) }, ...problemResponse },
      },
    },
    async ({ params, body }, reply) => {
      const { hash, by, note } = body;
      const pack = valueOf(await openPresent(services, params.id, hash));
      const head = { by, note, now: services.now() };
      const events = valueOf(await advancePack(services.packLifeStore, pack, { kind: 'submit' }, head));
      return reply.code(201).send(recordedStep(events));
    },
  );
}
