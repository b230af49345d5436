import { reportAdjustment } from '#application/reconciliation/report-adjustment';
import { callerOf } from '#http/caller';
import { problemResponse, valueOf } from '#http/problem';
import { fileResponse, keptAs } from '#http/routes/file-answer';
import { idParams } from '#http/routes/params';
import { RECONCILIATION_READERS } from '#http/routes/reconciliation/reconciliation-readers';
import type { HttpApp, HttpServices } from '#http/services';

const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export function exportAdjustmentWorkbook(app: HttpApp, services: HttpServices): void {
  app.get(
    '/api/v1/reconciliations/:id/export.xlsx',
    {
      config: { access: RECONCILIATION_READERS },
      schema: {
        operationId: 'exportAdjustmentWorkbook',
        summary: 'The balance adjustment statement of a month as an Excel workbook',
        tags: ['reconciliation'],
        params: idParams,
        response: { 200: fileResponse('The file', TYPE), ...problemResponse },
      },
    },
    async (request, reply) => {
      const report = valueOf(await reportAdjustment(services, callerOf(request).scope, request.params.id));
      const file = await services.reconciliationFiles.workbook(report);
      const name = { fileName: report.fileName, runId: report.statementId };
      return reply.type(TYPE).header('content-disposition', keptAs(name, '.xlsx')).send(file);
    },
  );
}
