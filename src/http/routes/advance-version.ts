import { advancePack } from '#application/pack-life/advance-pack';
import { openVersion } from '#application/pack-life/open-version';
import { prepareStep } from '#application/pack-life/prepare-step';
import { recordedStepSchema, versionParams, versionStepSchema } from '#contract/versions';
import { jsonContent } from '#http/routes/json-content';
import { recordedStep } from '#http/routes/recorded-step';
import { problemResponse, valueOf } from '#http/problem';
import type { HttpApp, HttpServices } from '#http/services';

/**
 * The acting person is a declared field of the request, as on the command line: this route asks for no session
 * yet and answers this machine only. That one person does not both check and approve is refused by rule and,
 * whatever the program does, by the database.
 */
export function advanceVersion(app: HttpApp, services: HttpServices): void {
  const { packLifeStore: store } = services;
  app.post(
    '/api/v1/packs/:id/versions/:hash/steps',
    {
      config: { access: 'local console' },
      schema: {
        operationId: 'advanceVersion',
        summary: 'Check, approve, put in force or withdraw a version; the person is declared, not verified',
        tags: ['packs'],
        params: versionParams,
        body: versionStepSchema,
        response: {
          201: { description: 'Recorded', ...jsonContent(recordedStepSchema) },
          ...problemResponse,
        },
      },
    },
    async ({ params, body }, reply) => {
      const { step: kind, by, note, from } = body;
      const pack = valueOf(await openVersion(services, store, params.id, params.hash));
      const asked = { kind, ...(from === undefined ? {} : { from }) };
      const step = valueOf(await prepareStep(services, pack, asked));
      const head = { by, note, now: services.now() };
      return reply.code(201).send(recordedStep(valueOf(await advancePack(store, pack, step, head))));
    },
  );
}
