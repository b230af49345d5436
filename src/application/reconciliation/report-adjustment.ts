import type { IdentityServices } from '#application/identity/services';
import { adjustmentReport, type AdjustmentReport } from '#application/reconciliation/adjustment-report';
import { openReconciliation } from '#application/reconciliation/open-reconciliation';
import type { ReconciliationServices } from '#application/reconciliation/services';
import type { Scope } from '#domain/identity/account';
import { allow, type Decision } from '#kernel/decision';

/** The balance adjustment statement of a month for a file; people outside of the scope are told by their ids. */
export async function reportAdjustment(
  services: Pick<ReconciliationServices, 'reconciliationStore' | 'placeStore'> &
    Pick<IdentityServices, 'identityStore'>,
  scope: Scope,
  id: string,
): Promise<Decision<AdjustmentReport>> {
  const period = await openReconciliation(services, scope, id);
  if (!period.allowed) return period;
  const { pool } = period.value.statement;
  const users = await services.identityStore.within(scope, (office) => office.listUsers());
  const nameOf = (userId: string): string => users.find((user) => user.id === userId)?.name ?? userId;
  const name = (await services.placeStore.findPool(scope, pool))?.name ?? { zh: pool, en: pool };
  return allow(adjustmentReport(period.value, name, nameOf));
}
