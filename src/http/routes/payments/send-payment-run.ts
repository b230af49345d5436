import { createBudgetGate } from '#application/budget/budget-gate';
import { sendRun } from '#application/payout/send-run';
import { sentRunSchema } from '#contract/payment-runs';
import { callerOf } from '#http/caller';
import { problemResponse, valueOf } from '#http/problem';
import { jsonContent } from '#http/routes/json-content';
import { idParams } from '#http/routes/params';
import type { HttpApp, HttpServices } from '#http/services';

export function sendPaymentRun(app: HttpApp, services: HttpServices): void {
  app.post(
    '/api/v1/payment-runs/:id/sending',
    {
      config: { access: { roles: ['fund_maker', 'fund_checker'], place: 'own places' } },
      schema: {
        operationId: 'sendPaymentRun',
        summary: 'Post an approved run and make its bank file, once; again it tells the same file',
        tags: ['payments'],
        params: idParams,
        response: { 200: { description: 'Sent', ...jsonContent(sentRunSchema) }, ...problemResponse },
      },
    },
    async (request) => {
      const { scope } = callerOf(request);
      const { file } = valueOf(
        await sendRun(
          { ...services, budgetGate: createBudgetGate(services) },
          scope,
          request.params.id,
          services.now(),
        ),
      );
      return { fileHash: file?.hash ?? null };
    },
  );
}
