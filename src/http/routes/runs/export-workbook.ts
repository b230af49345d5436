import { runReport } from '#application/exports/run-report';
import { openRun } from '#application/views/open-run';
import { fileResponse, keptAs } from '#http/routes/file-answer';
import { idParams } from '#http/routes/params';
import { problemResponse, valueOf } from '#http/problem';
import type { HttpApp, HttpServices } from '#http/services';

const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export function exportWorkbook(app: HttpApp, { runStore, hash, runFiles }: HttpServices): void {
  app.get(
    '/api/v1/runs/:id/export.xlsx',
    {
      config: { access: 'anyone on this machine' },
      schema: {
        operationId: 'exportWorkbook',
        summary:
          'The run as an Excel workbook, with the explanation of every figure; the same run gives the same bytes',
        tags: ['runs'],
        params: idParams,
        response: { 200: fileResponse('The file', TYPE), ...problemResponse },
      },
    },
    async ({ params }, reply) => {
      const report = runReport(valueOf(await openRun(runStore, hash, params.id)));
      const file = await runFiles.workbook(report);
      return reply.type(TYPE).header('content-disposition', keptAs(report, '.xlsx')).send(file);
    },
  );
}
