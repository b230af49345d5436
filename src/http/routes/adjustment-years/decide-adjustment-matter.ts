import { decideOnMatter } from '#application/adjustment-year/matters';
import { matterDecisionSchema } from '#contract/adjustment-matters';
import { callerOf } from '#http/caller';
import { problemResponse, valueOf } from '#http/problem';
import { idParams } from '#http/routes/params';
import type { HttpApp, HttpServices } from '#http/services';

export function decideAdjustmentMatter(app: HttpApp, services: HttpServices): void {
  app.post(
    '/api/v1/adjustment-matters/:id/decisions',
    {
      config: { access: { roles: ['fund_checker'], place: 'own places' } },
      schema: {
        operationId: 'decideAdjustmentMatter',
        summary: 'Grant or refuse what another person asked for',
        tags: ['adjustment years'],
        params: idParams,
        body: matterDecisionSchema,
        response: { 204: { type: 'null', description: 'Decided' }, ...problemResponse },
      },
    },
    async (request, reply) => {
      const { scope } = callerOf(request);
      const { note = '', ...decision } = request.body;
      valueOf(
        await decideOnMatter(services, scope, request.params.id, { ...decision, note }, services.now()),
      );
      return reply.code(204).send(null);
    },
  );
}
