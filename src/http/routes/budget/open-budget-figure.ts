import { openFigure } from '#application/budget/open-figure';
import { openedCellView, parseMark } from '#application/statement/statement-view';
import { budgetFigureQuery } from '#contract/budget';
import { openedCellSchema } from '#contract/statement';
import { callerOf } from '#http/caller';
import { problemResponse, valueOf } from '#http/problem';
import { BUDGET_READERS } from '#http/routes/budget/budget-readers';
import { idParams } from '#http/routes/params';
import type { HttpApp, HttpServices } from '#http/services';

/** Entries of a page unless the caller asks for another number. */
const PAGE = '100';

export function openBudgetFigure(app: HttpApp, services: HttpServices): void {
  app.get(
    '/api/v1/budgets/:id/book-entries',
    {
      config: { access: BUDGET_READERS },
      schema: {
        operationId: 'openBudgetFigure',
        summary:
          'The entries behind a figure of the execution or final account, page by page, with event and clauses',
        tags: ['budget'],
        params: idParams,
        querystring: budgetFigureQuery,
        response: { 200: openedCellSchema, ...problemResponse },
      },
    },
    async (request) => {
      const { params, query } = request;
      const { row, section = 'whole', month = '12', after, limit = PAGE } = query;
      const mark = after === undefined ? undefined : parseMark(after);
      const page = { limit: Number.parseInt(limit, 10), ...(mark === undefined ? {} : { after: mark }) };
      const asked = { row, section, throughMonth: Number(month), ...page };
      return openedCellView(valueOf(await openFigure(services, callerOf(request).scope, params.id, asked)));
    },
  );
}
