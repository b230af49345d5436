import { decideStatement } from '#application/statement/keep-statement';
import { statementDecisionSchema } from '#contract/statement';
import { callerOf } from '#http/caller';
import { problemResponse, valueOf } from '#http/problem';
import { idParams } from '#http/routes/params';
import type { HttpApp, HttpServices } from '#http/services';

export function decideStatementRoute(app: HttpApp, services: HttpServices): void {
  app.post(
    '/api/v1/statements/:id/decisions',
    {
      config: { access: { roles: ['fund_checker'], place: 'own places' } },
      schema: {
        operationId: 'decideStatement',
        summary: 'Publish or reject a statement that another person drew up',
        tags: ['statements'],
        params: idParams,
        body: statementDecisionSchema,
        response: { 204: { type: 'null', description: 'Decided' }, ...problemResponse },
      },
    },
    async (request, reply) => {
      const { decision, note = '' } = request.body;
      const asked = { id: request.params.id, decision, note };
      valueOf(await decideStatement(services, callerOf(request).scope, asked, services.now()));
      return reply.code(204).send(null);
    },
  );
}
