import type {
  ImportedStatement,
  ReconciliationOffice,
  WaitingDecision,
} from '#application/ports/reconciliation-store';
import { gatherPeriod, type GatheredPeriod } from '#application/reconciliation/gather-period';
import type { ReconciliationServices } from '#application/reconciliation/services';
import type { Scope } from '#domain/identity/account';
import { reconciliationRefusal } from '#domain/reconciliation/refusals';
import { allow, refuse, type Decision } from '#kernel/decision';

type Needs = Pick<ReconciliationServices, 'reconciliationStore'>;

/** Lists the statements of the scope with the state of their months, newest month first. */
export function listReconciliations(
  { reconciliationStore }: Needs,
  scope: Scope,
): Promise<readonly ImportedStatement[]> {
  return reconciliationStore.within(scope, (office) => office.listStatements());
}

/** Lists decisions that wait for a second person; no month is reckoned for it. */
export function listWaitingDecisions(
  { reconciliationStore }: Needs,
  scope: Scope,
): Promise<readonly WaitingDecision[]> {
  return reconciliationStore.within(scope, (office) => office.listWaiting());
}

/** Opens a statement's month: matches, differences, proposals, and both balances adjusted. */
export function openReconciliation(
  { reconciliationStore }: Needs,
  scope: Scope,
  id: string,
): Promise<Decision<GatheredPeriod>> {
  return reconciliationStore.within(scope, (office) => gatherById(office, id));
}

/** Gathers the month of a statement by id; a replaced statement is shown but no longer worked on. */
async function gatherById(office: ReconciliationOffice, id: string): Promise<Decision<GatheredPeriod>> {
  const statement = await office.findStatement(id);
  if (statement === undefined) return refuse(reconciliationRefusal('unknown_reconciliation', id));
  return gatherPeriod(office, statement);
}

/** Gathers and locks the month of a statement to work on; refused where nobody may work on it now. */
export async function gatherOpen(
  office: ReconciliationOffice,
  id: string,
): Promise<Decision<GatheredPeriod>> {
  const statement = await office.findStatement(id);
  if (statement === undefined) return refuse(reconciliationRefusal('unknown_reconciliation', id));
  await office.lock(statement);
  // Read again: who held the lock may have closed the month.
  const { state } = (await office.findStatement(id)) ?? statement;
  if (state === 'replaced') return refuse(reconciliationRefusal('statement_replaced', id));
  if (state === 'reconciled') return refuse(reconciliationRefusal('month_reconciled', id));
  if (state === 'closing_proposed') return refuse(reconciliationRefusal('closing_proposed', id));
  return gatherPeriod(office, statement);
}

/** Decides whether a person may decide a record now. */
export function mayDecide(
  record: { readonly id: string; readonly proposedBy: string; readonly decision: string | null },
  by: string,
): Decision<null> {
  if (record.decision !== null) return refuse(reconciliationRefusal('record_decided', record.id));
  if (record.proposedBy === by) return refuse(reconciliationRefusal('same_person', record.id));
  return allow(null);
}
