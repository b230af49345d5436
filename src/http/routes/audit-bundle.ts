import { callerOf } from '#http/caller';
import { fileResponse } from '#http/routes/file-answer';
import { problemResponse, valueOf } from '#http/problem';
import type { HttpApp, HttpServices } from '#http/services';

const TYPE = 'application/zip';

export function auditBundle(app: HttpApp, { bundleDesk, now }: HttpServices): void {
  app.get(
    '/api/v1/ledger/audit-bundle.zip',
    {
      config: { access: { roles: ['auditor'], place: 'own places' } },
      // A bundle that nobody reads would be made for its size alone.
      exposeHeadRoute: false,
      schema: {
        operationId: 'auditBundle',
        summary:
          'All that proves the ledger and its runs elsewhere (`tongchou verify --bundle`), for who audits every place; x-bundle-sha256 is to be kept apart from it',
        tags: ['ledger'],
        response: {
          200: fileResponse('The bundle, as `tongchou audit-bundle` writes it', TYPE),
          ...problemResponse,
        },
      },
    },
    async (request, reply) => {
      const at = now();
      const { bytes, size, sha256 } = valueOf(await bundleDesk.make(callerOf(request).scope, at));
      const name = `tongchou-audit-${at.slice(0, 10)}.zip`;
      return reply
        .type(TYPE)
        .header('content-length', size)
        .header('content-disposition', `attachment; filename="${name}"`)
        .header('x-bundle-sha256', sha256)
        .send(bytes as never);
    },
  );
}
