import { closeCase } from '#application/supervision/rectify';
import { recordParams } from '#contract/supervision';
import { callerOf } from '#http/caller';
import { problemResponse, valueOf } from '#http/problem';
import type { HttpApp, HttpServices } from '#http/services';

export function closeSupervisionCase(app: HttpApp, services: HttpServices): void {
  app.post(
    '/api/v1/supervision-cases/:number/closing',
    {
      config: { access: { roles: ['fund_maker'], place: 'own places' } },
      schema: {
        operationId: 'closeSupervisionCase',
        summary: 'Close a matter whose findings are all rectified or settled as loss',
        tags: ['supervision'],
        params: recordParams,
        response: { 204: { type: 'null', description: 'Closed' }, ...problemResponse },
      },
    },
    async (request, reply) => {
      const { scope } = callerOf(request);
      valueOf(await closeCase(services, scope, BigInt(request.params.number), services.now()));
      return reply.code(204).send(null);
    },
  );
}
