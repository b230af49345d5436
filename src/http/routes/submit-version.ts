import { advancePack } from '#application/pack-life/advance-pack';
import { actorOf } from '#application/pack-life/decide-step-role';
import { openPresent } from '#application/pack-life/open-version';
import { recordedStepSchema, submitVersionSchema } from '#contract/versions';
import { callerOf } from '#http/caller';
import { jsonContent } from '#http/routes/json-content';
import { idParams } from '#http/routes/params';
import { recordedStep } from '#http/routes/recorded-step';
import { problemResponse, valueOf } from '#http/problem';
import type { HttpApp, HttpServices } from '#http/services';

/** The person is the session's user. A pack's id is the path of its place, at which the role must be held. */
export function submitVersion(app: HttpApp, services: HttpServices): void {
  app.post(
    '/api/v1/packs/:id/versions',
    {
      config: { access: { roles: ['policy_maker'], place: 'params.id' } },
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
      const { account } = callerOf(request);
      const { hash, note } = request.body;
      const pack = valueOf(await openPresent(services, request.params.id, hash));
      const head = { by: actorOf(account), userId: account.userId, note, now: services.now() };
      const events = valueOf(await advancePack(services.packLifeStore, pack, { kind: 'submit' }, head));
      return reply.code(201).send(recordedStep(events));
    },
  );
}
