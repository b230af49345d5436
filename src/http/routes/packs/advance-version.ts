import { advancePack } from '#application/pack-life/advance-pack';
import { actorOf, decideStepRole, VERSION_ROLES } from '#application/pack-life/decide-step-role';
import { openVersion } from '#application/pack-life/open-version';
import { prepareStep } from '#application/pack-life/prepare-step';
import { packHead } from '#application/views/pack-view';
import { recordedStepSchema, versionParams, versionStepSchema } from '#contract/versions';
import { callerOf } from '#http/caller';
import { jsonContent } from '#http/routes/json-content';
import { recordedStep } from '#http/routes/packs/recorded-step';
import { problemResponse, valueOf } from '#http/problem';
import { tellPlaces } from '#http/tell-places';
import type { HttpApp, HttpServices } from '#http/services';

/**
 * The person is the session's user, with a role at the place of the pack; makers check, checkers approve. That one person does not do both is refused by
 * rule and, whatever the program does, by the database.
 */
export function advanceVersion(app: HttpApp, services: HttpServices): void {
  const { packLifeStore: store } = services;
  app.post(
    '/api/v1/packs/:id/versions/:hash/steps',
    {
      config: { access: { roles: VERSION_ROLES, place: 'the place of the pack' } },
      schema: {
        operationId: 'advanceVersion',
        summary: 'Check, approve, put in force or withdraw a version',
        tags: ['packs'],
        params: versionParams,
        body: versionStepSchema,
        response: {
          201: { description: 'Recorded', ...jsonContent(recordedStepSchema) },
          ...problemResponse,
        },
      },
    },
    async (request, reply) => {
      const { params, body } = request;
      const { step: kind, note, from } = body;
      const { account } = callerOf(request);
      const pack = valueOf(await openVersion(services, store, params.id, params.hash));
      tellPlaces(request, packHead(pack).places);
      tellPlaces(request, [valueOf(await decideStepRole(store, account, pack, kind))]);
      const step = valueOf(
        await prepareStep(services, pack, { kind, ...(from === undefined ? {} : { from }) }),
      );
      const head = { by: actorOf(account), userId: account.userId, note, now: services.now() };
      return reply.code(201).send(recordedStep(valueOf(await advancePack(store, pack, step, head))));
    },
  );
}
