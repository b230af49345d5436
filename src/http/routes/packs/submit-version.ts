import { advancePack } from '#application/pack-life/advance-pack';
import { actorOf, decideStepRole } from '#application/pack-life/decide-step-role';
import { openPresent } from '#application/pack-life/open-version';
import { packHead } from '#application/views/pack-view';
import { recordedStepSchema, submitVersionSchema } from '#contract/versions';
import { callerOf } from '#http/caller';
import { jsonContent } from '#http/routes/json-content';
import { idParams } from '#http/routes/params';
import { recordedStep } from '#http/routes/packs/recorded-step';
import { problemResponse, valueOf } from '#http/problem';
import { tellPlaces } from '#http/tell-places';
import type { HttpApp, HttpServices } from '#http/services';

/** The person is the session's user, who holds the role at the place of the pack or above it. */
export function submitVersion(app: HttpApp, services: HttpServices): void {
  app.post(
    '/api/v1/packs/:id/versions',
    {
      config: { access: { roles: ['policy_maker'], place: 'the place of the pack' } },
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
    async (request, reply) => {
      const { hash, note } = request.body;
      const { packLifeStore } = services;
      const { account } = callerOf(request);
      const pack = valueOf(await openPresent(services, request.params.id, hash));
      tellPlaces(request, packHead(pack).places);
      tellPlaces(request, [valueOf(await decideStepRole(packLifeStore, account, pack, 'submit'))]);
      const head = { by: actorOf(account), userId: account.userId, note, now: services.now() };
      const events = valueOf(await advancePack(packLifeStore, pack, { kind: 'submit' }, head));
      return reply.code(201).send(recordedStep(events));
    },
  );
}
