import { reportConsolidation } from '#application/budget/consolidation-report';
import { consolidationFileQuery } from '#contract/budget';
import { callerOf } from '#http/caller';
import { problemResponse, valueOf } from '#http/problem';
import { BUDGET_READERS } from '#http/routes/budget-readers';
import { fileResponse, keptAs } from '#http/routes/file-answer';
import { numberedParams } from '#http/routes/params';
import type { HttpApp, HttpServices } from '#http/services';

const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export function exportConsolidationWorkbook(app: HttpApp, services: HttpServices): void {
  app.get(
    '/api/v1/budget-rounds/:id/consolidations/:number/export.xlsx',
    {
      config: { access: BUDGET_READERS },
      schema: {
        operationId: 'exportBudgetConsolidationWorkbook',
        summary:
          'A consolidated budget as its standard tables, an Excel workbook in Chinese; the same bytes for the same one',
        tags: ['budget'],
        params: numberedParams,
        querystring: consolidationFileQuery,
        response: { 200: fileResponse('The file', TYPE), ...problemResponse },
      },
    },
    async (request, reply) => {
      const { params, query } = request;
      const { scope } = callerOf(request);
      const { unit = 'yuan' } = query;
      const report = valueOf(
        await reportConsolidation(services, scope, params.id, Number(params.number), unit),
      );
      const file = await services.statementFiles.workbook(report);
      const name = { fileName: report.fileName, runId: report.record.id };
      return reply.type(TYPE).header('content-disposition', keptAs(name, '.xlsx')).send(file);
    },
  );
}
