import { bundleReach, type BundleReach } from '#application/proof/bundle-reach';
import { verificationView } from '#application/proof/verification-view';
import { ledgerSealSchema } from '#contract/ledger-seal';
import { callerOf } from '#http/caller';
import { problemResponse } from '#http/problem';
import type { HttpApp, HttpServices } from '#http/services';

export function findLedgerSeal(
  app: HttpApp,
  { ledgerReader, verificationDesk, placeStore }: HttpServices,
): void {
  app.get(
    '/api/v1/ledger/seal',
    {
      config: { access: { roles: ['auditor', 'fund_maker', 'fund_checker'], place: 'own places' } },
      schema: {
        operationId: 'findLedgerSeal',
        summary: 'The head of the chain, what it does not seal yet, and the last verification',
        tags: ['ledger'],
        response: { 200: ledgerSealSchema, ...problemResponse },
      },
    },
    async (request) => {
      const { scope } = callerOf(request);
      const { head, unsealed } = await ledgerReader.readSeal(scope);
      const [last] = await verificationDesk.list(1);
      return {
        head: head ?? null,
        unsealed: unsealed.toString(),
        isRunning: verificationDesk.isRunning(),
        bundle: holdingOf(await bundleReach(placeStore, scope)),
        last: last === undefined ? null : verificationView(last),
      };
    },
  );
}

function holdingOf({ pools }: BundleReach): 'whole' | 'part' | 'none' {
  if (pools === null) return 'whole';
  return pools.length === 0 ? 'none' : 'part';
}
