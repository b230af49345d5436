import { chinaDateOf } from '#application/time/china-time';
import { auditBundleQuerySchema } from '#contract/ledger-seal';
import { callerOf } from '#http/caller';
import { fileResponse } from '#http/routes/file-answer';
import { problemResponse, valueOf } from '#http/problem';
import type { HttpApp, HttpServices } from '#http/services';

const TYPE = 'application/zip';

export function auditBundle(app: HttpApp, { bundleDesk, now }: HttpServices): void {
  app.get(
    '/api/v1/ledger/audit-bundle.zip',
    {
      config: { access: { roles: ['auditor', 'fund_maker', 'fund_checker'], place: 'own places' } },
      // A bundle that nobody reads would be made for its size alone.
      exposeHeadRoute: false,
      schema: {
        operationId: 'auditBundle',
        summary:
          'All that proves the books of the own places elsewhere (`tongchou verify --bundle`), hashes of the rest; x-bundle-sha256 is to be kept apart from it',
        tags: ['ledger'],
        querystring: auditBundleQuerySchema,
        response: {
          200: fileResponse('The bundle, as `tongchou audit-bundle` writes it', TYPE),
          ...problemResponse,
        },
      },
    },
    async (request, reply) => {
      const at = now();
      const { place } = request.query;
      const made = await bundleDesk.make(callerOf(request).scope, place, at);
      const { bytes, size, sha256 } = valueOf(made);
      const name = `tongchou-audit-${chinaDateOf(at)}.zip`;
      return reply
        .type(TYPE)
        .header('content-length', size)
        .header('content-disposition', `attachment; filename="${name}"`)
        .header('x-bundle-sha256', sha256)
        .send(bytes as never);
    },
  );
}
