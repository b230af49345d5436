import { withdrawRun } from '#application/payout/payment-runs';
import { reasonGivenSchema } from '#contract/identity';
import { callerOf } from '#http/caller';
import { problemResponse, valueOf } from '#http/problem';
import { idParams } from '#http/routes/params';
import type { HttpApp, HttpServices } from '#http/services';

export function withdrawPaymentRun(app: HttpApp, services: HttpServices): void {
  app.post(
    '/api/v1/payment-runs/:id/withdrawal',
    {
      config: { access: { roles: ['fund_maker', 'fund_checker'], place: 'own places' } },
      schema: {
        operationId: 'withdrawPaymentRun',
        summary: 'Withdraw a run that was not sent: one’s own before it is decided, any once it is approved',
        tags: ['payments'],
        params: idParams,
        body: reasonGivenSchema,
        response: { 204: { type: 'null', description: 'Withdrawn' }, ...problemResponse },
      },
    },
    async (request, reply) => {
      const wanted = { id: request.params.id, reason: request.body.reason };
      valueOf(await withdrawRun(services, callerOf(request).scope, wanted, services.now()));
      return reply.code(204).send(null);
    },
  );
}
