import { openBankFile } from '#application/payout/send-run';
import { callerOf } from '#http/caller';
import { problemResponse, valueOf } from '#http/problem';
import { fileResponse, keptAs } from '#http/routes/file-answer';
import { idParams } from '#http/routes/params';
import type { HttpApp, HttpServices } from '#http/services';

const TYPE = 'text/csv';

export function exportBankFile(app: HttpApp, services: HttpServices): void {
  app.get(
    '/api/v1/payment-runs/:id/bank-file.csv',
    {
      config: { access: { roles: ['fund_maker', 'fund_checker'], place: 'own places' } },
      schema: {
        operationId: 'exportBankFile',
        summary:
          'The bank file of a run that was sent, with control total and hash; it holds whole account numbers',
        tags: ['payments'],
        params: idParams,
        response: { 200: fileResponse('The file', TYPE), ...problemResponse },
      },
    },
    async (request, reply) => {
      const { id } = request.params;
      const { text } = valueOf(await openBankFile(services, callerOf(request).scope, id));
      const name = keptAs({ fileName: `支付批次-${id}`, runId: id }, '.csv');
      return reply.type(TYPE).header('content-disposition', name).send(Buffer.from(text, 'utf8'));
    },
  );
}
