import { withdrawPlan } from '#application/payout/payment-plans';
import { callerOf } from '#http/caller';
import { problemResponse, valueOf } from '#http/problem';
import { idParams } from '#http/routes/params';
import type { HttpApp, HttpServices } from '#http/services';

export function withdrawPaymentPlan(app: HttpApp, services: HttpServices): void {
  app.post(
    '/api/v1/payment-plans/:id/withdrawal',
    {
      config: { access: { roles: ['fund_maker'], place: 'own places' } },
      schema: {
        operationId: 'withdrawPaymentPlan',
        summary: 'Take back a payment plan of one’s own that nobody has decided',
        tags: ['payments'],
        params: idParams,
        response: { 204: { type: 'null', description: 'Taken back' }, ...problemResponse },
      },
    },
    async (request, reply) => {
      valueOf(await withdrawPlan(services, callerOf(request).scope, request.params.id, services.now()));
      return reply.code(204).send(null);
    },
  );
}
