import { reportBudget } from '#application/budget/budget-report';
import { budgetFileQuery } from '#contract/budget';
import { callerOf } from '#http/caller';
import { problemResponse, valueOf } from '#http/problem';
import { BUDGET_READERS } from '#http/routes/budget-readers';
import { fileResponse, keptAs } from '#http/routes/file-answer';
import { idParams } from '#http/routes/params';
import type { HttpApp, HttpServices } from '#http/services';

const TYPE = 'application/pdf';

export function exportBudgetPdf(app: HttpApp, services: HttpServices): void {
  app.get(
    '/api/v1/budgets/:id/export.pdf',
    {
      config: { access: BUDGET_READERS },
      schema: {
        operationId: 'exportBudgetPdf',
        summary:
          'A budget, its latest plan, its execution or its final account as standard tables, a PDF for printing in Chinese',
        tags: ['budget'],
        params: idParams,
        querystring: budgetFileQuery,
        response: { 200: fileResponse('The file', TYPE), ...problemResponse },
      },
    },
    async (request, reply) => {
      const { params, query } = request;
      const { scope } = callerOf(request);
      const { form = 'budget', month = '12', unit = 'yuan' } = query;
      const asked = { form, throughMonth: Number(month), unit };
      const report = valueOf(await reportBudget(services, scope, params.id, asked));
      const file = await services.statementFiles.pdf(report);
      const name = { fileName: report.fileName, runId: report.record.id };
      return reply.type(TYPE).header('content-disposition', keptAs(name, '.pdf')).send(file);
    },
  );
}
