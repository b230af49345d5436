import { listStatementViews } from '#application/statement/list-statements';
import { statementListQuerySchema, statementListSchema } from '#contract/statement';
import { callerOf } from '#http/caller';
import { problemResponse, valueOf } from '#http/problem';
import { STATEMENT_READERS } from '#http/routes/statements/statement-readers';
import type { HttpApp, HttpServices } from '#http/services';

export function listStatements(app: HttpApp, services: HttpServices): void {
  app.get(
    '/api/v1/statements',
    {
      config: { access: STATEMENT_READERS },
      schema: {
        operationId: 'listStatements',
        summary: 'Statements that were drawn up and decided, the newest period first',
        tags: ['statements'],
        querystring: statementListQuerySchema,
        response: { 200: statementListSchema, ...problemResponse },
      },
    },
    async (request) => ({
      statements: valueOf(await listStatementViews(services, callerOf(request).scope, request.query)),
    }),
  );
}
