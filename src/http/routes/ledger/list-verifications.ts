import { verificationView } from '#application/proof/verification-view';
import { verificationListSchema } from '#contract/ledger-seal';
import { problemResponse } from '#http/problem';
import type { HttpApp, HttpServices } from '#http/services';

/** More than a year of daily verifications would be read by nobody at once. */
const MOST = 400;

export function listVerifications(app: HttpApp, { verificationDesk }: HttpServices): void {
  app.get(
    '/api/v1/ledger/verifications',
    {
      config: { access: { roles: ['auditor', 'fund_maker', 'fund_checker'], place: 'own places' } },
      schema: {
        operationId: 'listVerifications',
        summary: 'Verifications of the ledger, the newest first, 400 at most',
        tags: ['ledger'],
        response: { 200: verificationListSchema, ...problemResponse },
      },
    },
    async () => ({ verifications: (await verificationDesk.list(MOST)).map(verificationView) }),
  );
}
