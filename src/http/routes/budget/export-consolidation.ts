import { reportConsolidation } from '#application/budget/consolidation-report';
import { consolidationFileQuery } from '#contract/budget';
import { callerOf } from '#http/caller';
import { problemResponse, valueOf } from '#http/problem';
import { BUDGET_READERS } from '#http/routes/budget/budget-readers';
import { fileResponse } from '#http/routes/file-answer';
import { FORM_FORMATS, formFile } from '#http/routes/form-files';
import { numberedParams } from '#http/routes/params';
import type { HttpApp, HttpServices } from '#http/services';

/** A consolidated budget, as official forms in each kind of file. */
export function exportConsolidation(app: HttpApp, services: HttpServices): void {
  for (const format of FORM_FORMATS) {
    app.get(
      `/api/v1/budget-rounds/:id/consolidations/:number/export${format.ending}`,
      {
        config: { access: BUDGET_READERS },
        schema: {
          operationId: `exportBudgetConsolidation${format.name}`,
          summary: `A consolidated budget as its standard tables, ${format.words}; the same bytes for the same one`,
          tags: ['budget'],
          params: numberedParams,
          querystring: consolidationFileQuery,
          response: { 200: fileResponse('The file', format.type), ...problemResponse },
        },
      },
      async (request, reply) => {
        const { params, query } = request;
        const { scope } = callerOf(request);
        const { unit = 'yuan' } = query;
        const report = valueOf(
          await reportConsolidation(services, scope, params.id, Number(params.number), unit),
        );
        const { file, disposition } = await formFile(services.statementFiles, format, report);
        return reply.type(format.type).header('content-disposition', disposition).send(file);
      },
    );
  }
}
