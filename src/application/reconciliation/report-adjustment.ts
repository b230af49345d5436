import { namePeople } from '#application/identity/name-people';
import type { IdentityServices } from '#application/identity/services';
import { adjustmentReport, type AdjustmentReport } from '#application/reconciliation/adjustment-report';
import { openReconciliation } from '#application/reconciliation/open-reconciliation';
import type { ReconciliationServices } from '#application/reconciliation/services';
import type { Scope } from '#domain/identity/account';
import { allow, type Decision } from '#kernel/decision';

/** The balance adjustment statement of a month for a file; with the names of who proposed and closed it. */
export async function reportAdjustment(
  services: Pick<ReconciliationServices, 'reconciliationStore' | 'placeStore'> &
    Pick<IdentityServices, 'identityStore'>,
  scope: Scope,
  id: string,
): Promise<Decision<AdjustmentReport>> {
  const period = await openReconciliation(services, scope, id);
  if (!period.allowed) return period;
  const { pool } = period.value.statement;
  const { closing } = period.value;
  const { nameOf } = await namePeople(services, [closing?.proposedBy ?? null, closing?.decidedBy ?? null]);
  const name = (await services.placeStore.findPool(scope, pool))?.name ?? { zh: pool, en: pool };
  return allow(adjustmentReport(period.value, name, nameOf));
}
