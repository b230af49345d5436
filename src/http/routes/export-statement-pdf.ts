import { reportStatement } from '#application/statement/list-statements';
import { unitQuerySchema } from '#contract/statement';
import { callerOf } from '#http/caller';
import { problemResponse, valueOf } from '#http/problem';
import { fileResponse, keptAs } from '#http/routes/file-answer';
import { idParams } from '#http/routes/params';
import { STATEMENT_READERS } from '#http/routes/statement-readers';
import type { HttpApp, HttpServices } from '#http/services';

const TYPE = 'application/pdf';

export function exportStatementPdf(app: HttpApp, services: HttpServices): void {
  app.get(
    '/api/v1/statements/:id/export.pdf',
    {
      config: { access: STATEMENT_READERS },
      schema: {
        operationId: 'exportStatementPdf',
        summary:
          'A kept statement as a PDF for printing, in Chinese; the same statement gives the same bytes',
        tags: ['statements'],
        params: idParams,
        querystring: unitQuerySchema,
        response: { 200: fileResponse('The file', TYPE), ...problemResponse },
      },
    },
    async (request, reply) => {
      const { unit = 'yuan' } = request.query;
      const report = valueOf(
        await reportStatement(services, callerOf(request).scope, request.params.id, unit),
      );
      const file = await services.statementFiles.pdf(report);
      const name = { fileName: report.fileName, runId: report.record.id };
      return reply.type(TYPE).header('content-disposition', keptAs(name, '.pdf')).send(file);
    },
  );
}
