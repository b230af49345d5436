import { compareStatement } from '#application/statement/compare-statement';
import { drawStatement } from '#application/statement/draw-statement';
import { comparisonView, statementView } from '#application/statement/statement-view';
import { statementDrawingSchema, statementQuerySchema } from '#contract/statement';
import { callerOf } from '#http/caller';
import { problemResponse, valueOf } from '#http/problem';
import { idParams } from '#http/routes/params';
import { STATEMENT_READERS } from '#http/routes/statements/statement-readers';
import type { HttpApp, HttpServices } from '#http/services';

export function drawStatementRoute(app: HttpApp, services: HttpServices): void {
  app.get(
    '/api/v1/statement-subjects/:id/drawing',
    {
      config: { access: STATEMENT_READERS },
      schema: {
        operationId: 'drawStatement',
        summary: 'The statements of a pool or fund as the ledger stands, with what must hold of them',
        tags: ['statements'],
        params: idParams,
        querystring: statementQuerySchema,
        response: { 200: statementDrawingSchema, ...problemResponse },
      },
    },
    async (request) => {
      const { scope } = callerOf(request);
      const { consolidated, unit = 'yuan', ...query } = request.query;
      const asked = { ...query, subject: request.params.id, consolidated: consolidated === 'true' };
      const { drawn, found } = valueOf(await drawStatement(services, scope, asked));
      const comparisons = await compareStatement(services, scope, drawn);
      return {
        open: [...found.open],
        statement: statementView(drawn, unit),
        comparisons: comparisons.map(comparisonView),
      };
    },
  );
}
