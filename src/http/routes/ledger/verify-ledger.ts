import { verificationView } from '#application/proof/verification-view';
import { ledgerVerificationSchema } from '#contract/ledger-seal';
import { callerOf } from '#http/caller';
import { problemResponse, valueOf } from '#http/problem';
import { jsonContent } from '#http/routes/json-content';
import type { HttpApp, HttpServices } from '#http/services';

export function verifyLedgerRoute(app: HttpApp, { verificationDesk, now }: HttpServices): void {
  app.post(
    '/api/v1/ledger/verifications',
    {
      config: { access: { roles: ['auditor', 'fund_checker'], place: 'own places' } },
      schema: {
        operationId: 'verifyLedger',
        summary: 'Prove the whole ledger from its rows, by code that shares nothing with what wrote them',
        tags: ['ledger'],
        response: {
          200: { description: 'What each check found', ...jsonContent(ledgerVerificationSchema) },
          ...problemResponse,
        },
      },
    },
    async (request) =>
      verificationView(valueOf(await verificationDesk.verify(callerOf(request).account.userId, now()))),
  );
}
