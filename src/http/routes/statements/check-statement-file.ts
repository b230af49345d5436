import { NATIONAL_PACK } from '#application/packs/national-pack';
import { decodeFile } from '#application/reconciliation/read-requests';
import { checkPrintedStatements, printedCheckView } from '#application/statement/check-printed-statements';
import { statementCheckedSchema, statementFileSchema } from '#contract/statement-check';
import { problemResponse, valueOf } from '#http/problem';
import type { HttpApp, HttpServices } from '#http/services';

/** A workbook of all forms has some hundred kilobytes; base64 adds a third. */
const BODY_LIMIT = 8 * 1024 * 1024;

/** A calculator like the others: nothing is kept of the file, and no books are read. */
export function checkStatementFile(app: HttpApp, services: HttpServices): void {
  app.post(
    '/api/v1/statement-checks',
    {
      bodyLimit: BODY_LIMIT,
      config: { access: 'local console' },
      schema: {
        operationId: 'checkStatementFile',
        summary:
          'Check the sums of statements that somebody published: a workbook as exported here, or CSV; nothing is kept',
        tags: ['statements'],
        body: statementFileSchema,
        response: { 200: statementCheckedSchema, ...problemResponse },
      },
    },
    async ({ body }) => {
      const { fileName, content, pack = NATIONAL_PACK } = body;
      const file = valueOf(decodeFile(fileName, content));
      const checks = valueOf(await checkPrintedStatements(services, { file, pack }));
      return { checks: checks.map(printedCheckView) };
    },
  );
}
