import { reportAdjustment } from '#application/reconciliation/report-adjustment';
import { callerOf } from '#http/caller';
import { problemResponse, valueOf } from '#http/problem';
import { fileResponse, keptAs } from '#http/routes/file-answer';
import { idParams } from '#http/routes/params';
import { RECONCILIATION_READERS } from '#http/routes/reconciliation/reconciliation-readers';
import type { HttpApp, HttpServices } from '#http/services';

const TYPE = 'application/pdf';

export function exportAdjustmentPdf(app: HttpApp, services: HttpServices): void {
  app.get(
    '/api/v1/reconciliations/:id/export.pdf',
    {
      config: { access: RECONCILIATION_READERS },
      schema: {
        operationId: 'exportAdjustmentPdf',
        summary: 'The balance adjustment statement of a month as a PDF for printing, in Chinese',
        tags: ['reconciliation'],
        params: idParams,
        response: { 200: fileResponse('The file', TYPE), ...problemResponse },
      },
    },
    async (request, reply) => {
      const report = valueOf(await reportAdjustment(services, callerOf(request).scope, request.params.id));
      const file = await services.reconciliationFiles.pdf(report);
      const name = { fileName: report.fileName, runId: report.statementId };
      return reply.type(TYPE).header('content-disposition', keptAs(name, '.pdf')).send(file);
    },
  );
}
