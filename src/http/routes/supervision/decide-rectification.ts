import { decideOnReport } from '#application/supervision/rectify';
import { recordParams, reportDecisionSchema } from '#contract/supervision';
import { callerOf } from '#http/caller';
import { problemResponse, valueOf } from '#http/problem';
import type { HttpApp, HttpServices } from '#http/services';

export function decideRectification(app: HttpApp, services: HttpServices): void {
  app.post(
    '/api/v1/rectifications/:number/decisions',
    {
      config: { access: { roles: ['fund_checker'], place: 'own places' } },
      schema: {
        operationId: 'decideRectification',
        summary: "Confirm or refuse what another person reported, at the place of the pool's fund",
        tags: ['supervision'],
        params: recordParams,
        body: reportDecisionSchema,
        response: { 204: { type: 'null', description: 'Decided' }, ...problemResponse },
      },
    },
    async (request, reply) => {
      const { decision, note = '' } = request.body;
      const number = BigInt(request.params.number);
      const { scope } = callerOf(request);
      valueOf(await decideOnReport(services, scope, number, { decision, note }, services.now()));
      return reply.code(204).send(null);
    },
  );
}
