import { runReport } from '#application/exports/run-report';
import { openRun } from '#application/views/open-run';
import { fileResponse, keptAs } from '#http/routes/file-answer';
import { idParams } from '#http/routes/params';
import { problemResponse, valueOf } from '#http/problem';
import type { HttpApp, HttpServices } from '#http/services';

const TYPE = 'application/pdf';

export function exportPdf(app: HttpApp, { runStore, hash, runFiles }: HttpServices): void {
  app.get(
    '/api/v1/runs/:id/export.pdf',
    {
      config: { access: 'anyone on this machine' },
      schema: {
        operationId: 'exportPdf',
        summary: 'The run as a PDF for printing, in Chinese; the same run gives the same bytes',
        tags: ['runs'],
        params: idParams,
        response: { 200: fileResponse('The file', TYPE), ...problemResponse },
      },
    },
    async ({ params }, reply) => {
      const report = runReport(valueOf(await openRun(runStore, hash, params.id)));
      const file = await runFiles.pdf(report);
      return reply.type(TYPE).header('content-disposition', keptAs(report, '.pdf')).send(file);
    },
  );
}
