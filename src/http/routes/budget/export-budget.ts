import { reportBudget } from '#application/budget/budget-report';
import { budgetFileQuery } from '#contract/budget';
import { callerOf } from '#http/caller';
import { problemResponse, valueOf } from '#http/problem';
import { BUDGET_READERS } from '#http/routes/budget/budget-readers';
import { fileResponse } from '#http/routes/file-answer';
import { FORM_FORMATS, formFile } from '#http/routes/form-files';
import { idParams } from '#http/routes/params';
import type { HttpApp, HttpServices } from '#http/services';

/** What a budget has become, as official forms in each kind of file. */
export function exportBudget(app: HttpApp, services: HttpServices): void {
  for (const format of FORM_FORMATS) {
    app.get(
      `/api/v1/budgets/:id/export${format.ending}`,
      {
        config: { access: BUDGET_READERS },
        schema: {
          operationId: `exportBudget${format.name}`,
          summary: `A budget, its latest plan, its execution or its final account as standard tables, ${format.words}; the same bytes for the same one`,
          tags: ['budget'],
          params: idParams,
          querystring: budgetFileQuery,
          response: { 200: fileResponse('The file', format.type), ...problemResponse },
        },
      },
      async (request, reply) => {
        const { params, query } = request;
        const { scope } = callerOf(request);
        const { form = 'budget', month = '12', unit = 'yuan' } = query;
        const asked = { form, throughMonth: Number(month), unit };
        const report = valueOf(await reportBudget(services, scope, params.id, asked));
        const { file, disposition } = await formFile(services.statementFiles, format, report);
        return reply.type(format.type).header('content-disposition', disposition).send(file);
      },
    );
  }
}
