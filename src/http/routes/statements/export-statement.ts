import { reportStatement } from '#application/statement/list-statements';
import { unitQuerySchema } from '#contract/statement';
import { callerOf } from '#http/caller';
import { problemResponse, valueOf } from '#http/problem';
import { fileResponse } from '#http/routes/file-answer';
import { FORM_FORMATS, formFile } from '#http/routes/form-files';
import { idParams } from '#http/routes/params';
import { STATEMENT_READERS } from '#http/routes/statements/statement-readers';
import type { HttpApp, HttpServices } from '#http/services';

/** A kept statement, as official forms in each kind of file. */
export function exportStatement(app: HttpApp, services: HttpServices): void {
  for (const format of FORM_FORMATS) {
    app.get(
      `/api/v1/statements/:id/export${format.ending}`,
      {
        config: { access: STATEMENT_READERS },
        schema: {
          operationId: `exportStatement${format.name}`,
          summary: `A kept statement, ${format.words}; the same bytes for the same one`,
          tags: ['statements'],
          params: idParams,
          querystring: unitQuerySchema,
          response: { 200: fileResponse('The file', format.type), ...problemResponse },
        },
      },
      async (request, reply) => {
        const { params, query } = request;
        const { scope } = callerOf(request);
        const { unit = 'yuan' } = query;
        const report = valueOf(await reportStatement(services, scope, params.id, unit));
        const { file, disposition } = await formFile(services.statementFiles, format, report);
        return reply.type(format.type).header('content-disposition', disposition).send(file);
      },
    );
  }
}
