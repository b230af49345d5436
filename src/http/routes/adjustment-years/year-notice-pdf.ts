import { Type } from 'typebox';
import { asFundSees } from '#application/adjustment-year/pool-shares';
import { yearNotice } from '#application/adjustment-year/year-notice';
import { getPool } from '#application/place/get-pool';
import { callerOf } from '#http/caller';
import { problemResponse, valueOf } from '#http/problem';
import { fileResponse, keptAs } from '#http/routes/file-answer';
import type { HttpApp, HttpServices } from '#http/services';

const TYPE = 'application/pdf';

const noticeParams = Type.Object({
  id: Type.String({ minLength: 1 }),
  kind: Type.Enum(['levy', 'allocation'] as const),
  pool: Type.String({ minLength: 1 }),
});

export function yearNoticePdf(app: HttpApp, services: HttpServices): void {
  app.get(
    '/api/v1/adjustment-years/:id/notices/:kind/:pool',
    {
      config: {
        access: { roles: ['fund_maker', 'fund_checker', 'auditor'], place: 'own places' },
      },
      schema: {
        operationId: 'yearNoticePdf',
        summary:
          'Notice of remittance or allocation of one pool as a PDF; the same version gives the same bytes',
        tags: ['adjustment years'],
        params: noticeParams,
        querystring: Type.Object({ version: Type.Optional(Type.String({ pattern: '^[1-9][0-9]{0,8}$' })) }),
        response: { 200: fileResponse('The file', TYPE), ...problemResponse },
      },
    },
    async (request, reply) => {
      const { scope } = callerOf(request);
      const { version } = request.query;
      const asked = { ...request.params, version: version === undefined ? undefined : Number(version) };
      // A pool may have the notices of its own; the year that they are of is the fund's.
      valueOf(await getPool(services, scope, request.params.pool));
      const notice = valueOf(await yearNotice(services, asFundSees(scope), asked));
      const file = await services.noticeFiles.pdf(notice);
      return reply.type(TYPE).header('content-disposition', keptAs(notice, '.pdf')).send(file);
    },
  );
}
