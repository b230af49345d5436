import { redrawStatement } from '#application/statement/redraw-statement';
import { statementRedrawSchema } from '#contract/statement';
import { callerOf } from '#http/caller';
import { problemResponse, valueOf } from '#http/problem';
import { idParams } from '#http/routes/params';
import { STATEMENT_READERS } from '#http/routes/statements/statement-readers';
import type { HttpApp, HttpServices } from '#http/services';

export function redrawStatementRoute(app: HttpApp, services: HttpServices): void {
  app.get(
    '/api/v1/statements/:id/redraw',
    {
      config: { access: STATEMENT_READERS },
      schema: {
        operationId: 'redrawStatement',
        summary: 'Draw a kept statement again from the ledger as of then, and compare the bytes',
        tags: ['statements'],
        params: idParams,
        response: { 200: statementRedrawSchema, ...problemResponse },
      },
    },
    async (request) => valueOf(await redrawStatement(services, callerOf(request).scope, request.params.id)),
  );
}
