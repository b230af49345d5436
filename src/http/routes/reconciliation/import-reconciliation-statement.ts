import { importStatement } from '#application/reconciliation/import-statement';
import { readStatementRequest } from '#application/reconciliation/read-requests';
import { statementImportSchema, statementImportedSchema } from '#contract/reconciliation';
import { callerOf } from '#http/caller';
import { problemResponse, valueOf } from '#http/problem';
import { jsonContent } from '#http/routes/json-content';
import { idParams } from '#http/routes/params';
import type { HttpApp, HttpServices } from '#http/services';

/** A month of a busy account has some hundred thousand lines; base64 adds a third. */
const BODY_LIMIT = 32 * 1024 * 1024;

export function importReconciliationStatement(app: HttpApp, services: HttpServices): void {
  app.post(
    '/api/v1/pools/:id/reconciliation-statements',
    {
      bodyLimit: BODY_LIMIT,
      config: { access: { roles: ['reconciliation_maker'], place: 'own places' } },
      schema: {
        operationId: 'importReconciliationStatement',
        summary:
          'Import a statement of bank, finance, treasury or tax: CSV or workbook, whole or not at all; it must add up',
        tags: ['reconciliation'],
        params: idParams,
        body: statementImportSchema,
        response: {
          201: { description: 'Imported', ...jsonContent(statementImportedSchema) },
          ...problemResponse,
        },
      },
    },
    async (request, reply) => {
      const given = valueOf(readStatementRequest(request.params.id, request.body));
      const imported = await importStatement(services, callerOf(request).scope, given, services.now());
      return reply.code(201).send(valueOf(imported));
    },
  );
}
