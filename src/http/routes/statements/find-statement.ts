import { openStatement } from '#application/statement/list-statements';
import { keptStatementSchema, unitQuerySchema } from '#contract/statement';
import { callerOf } from '#http/caller';
import { problemResponse, valueOf } from '#http/problem';
import { idParams } from '#http/routes/params';
import { STATEMENT_READERS } from '#http/routes/statements/statement-readers';
import type { HttpApp, HttpServices } from '#http/services';

export function findStatement(app: HttpApp, services: HttpServices): void {
  app.get(
    '/api/v1/statements/:id',
    {
      config: { access: STATEMENT_READERS },
      schema: {
        operationId: 'findStatement',
        summary: 'A statement as it was drawn up and signed, and against others that are published',
        tags: ['statements'],
        params: idParams,
        querystring: unitQuerySchema,
        response: { 200: keptStatementSchema, ...problemResponse },
      },
    },
    async (request) => {
      const { unit = 'yuan' } = request.query;
      return valueOf(await openStatement(services, callerOf(request).scope, request.params.id, unit));
    },
  );
}
