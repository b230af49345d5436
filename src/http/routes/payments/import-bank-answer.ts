import { importAnswer } from '#application/payout/import-answer';
import { bankAnswerSchema, importedAnswerSchema } from '#contract/payment-runs';
import { callerOf } from '#http/caller';
import { problemResponse, valueOf } from '#http/problem';
import { jsonContent } from '#http/routes/json-content';
import { idParams } from '#http/routes/params';
import type { HttpApp, HttpServices } from '#http/services';

export function importBankAnswer(app: HttpApp, services: HttpServices): void {
  app.post(
    '/api/v1/payment-runs/:id/answers',
    {
      config: { access: { roles: ['fund_maker'], place: 'own places' } },
      schema: {
        operationId: 'importBankAnswer',
        summary:
          'Import what a bank answered to a run: paid or rejected, line by line; the same again changes nothing, another word on a line is refused',
        tags: ['payments'],
        params: idParams,
        body: bankAnswerSchema,
        response: {
          200: { description: 'Imported', ...jsonContent(importedAnswerSchema) },
          ...problemResponse,
        },
      },
    },
    async (request) => {
      const source = { file: request.body.fileName, text: request.body.text };
      const { scope } = callerOf(request);
      return valueOf(await importAnswer(services, scope, request.params.id, source, services.now()));
    },
  );
}
