import { openCell } from '#application/statement/open-cell';
import { openedCellView, parseMark } from '#application/statement/statement-view';
import { cellQuerySchema, openedCellSchema } from '#contract/statement';
import { callerOf } from '#http/caller';
import { problemResponse, valueOf } from '#http/problem';
import { idParams } from '#http/routes/params';
import { STATEMENT_READERS } from '#http/routes/statements/statement-readers';
import type { HttpApp, HttpServices } from '#http/services';

/** Entries of a page unless the caller asks for another number. */
const PAGE = '100';

export function openStatementCell(app: HttpApp, services: HttpServices): void {
  app.get(
    '/api/v1/statement-subjects/:id/cells',
    {
      config: { access: STATEMENT_READERS },
      schema: {
        operationId: 'openStatementCell',
        summary: 'What a cell is made of: accounts and months, then page by page entries, events and clauses',
        tags: ['statements'],
        params: idParams,
        querystring: cellQuerySchema,
        response: { 200: openedCellSchema, ...problemResponse },
      },
    },
    async (request) => {
      const { after, consolidated, limit = PAGE, ...query } = request.query;
      const mark = after === undefined ? undefined : parseMark(after);
      const page = { limit: Number.parseInt(limit, 10), ...(mark === undefined ? {} : { after: mark }) };
      const asked = { ...query, ...page, consolidated: consolidated === 'true', subject: request.params.id };
      return openedCellView(valueOf(await openCell(services, callerOf(request).scope, asked)));
    },
  );
}
