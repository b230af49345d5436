import type { DifferenceProposal, ReconciliationOffice } from '#application/ports/reconciliation-store';
import type { GatheredPeriod } from '#application/reconciliation/gather-period';
import { gatherOpen, mayDecide } from '#application/reconciliation/open-reconciliation';
import type { ReconciliationServices } from '#application/reconciliation/services';
import type { Scope } from '#domain/identity/account';
import { reconciliationRefusal } from '#domain/reconciliation/refusals';
import { allow, refuse, type Decision } from '#kernel/decision';

type Needs = Pick<ReconciliationServices, 'reconciliationStore'>;

/** What somebody says to an open line: on its way, corrected by an event of the ledger, or claimed from the other party. */
export type WantedProposal = Pick<DifferenceProposal, 'side' | 'item' | 'kind' | 'event' | 'reason'>;

/** Says something to an open line of a statement's month; it counts once another person has agreed. */
export async function proposeForDifference(
  { reconciliationStore }: Needs,
  scope: Scope,
  statement: string,
  wanted: WantedProposal,
  now: string,
): Promise<Decision<{ readonly id: string }>> {
  return reconciliationStore.within(scope, async (office) => {
    const gathered = await gatherOpen(office, statement);
    if (!gathered.allowed) return gathered;
    const amount = await checkWanted(office, gathered.value, wanted);
    if (!amount.allowed) return amount;
    const { side, item, kind, event, reason } = wanted;
    const proposal = { statement, side, item, amount: amount.value, kind, event, reason: reason.trim() };
    return allow({ id: await office.addProposal(proposal, scope.userId, now) });
  });
}

/** The amount of the line that is meant, where the proposal fits it. */
async function checkWanted(
  office: ReconciliationOffice,
  { statement, differences }: GatheredPeriod,
  { side, item, kind, event, reason }: WantedProposal,
): Promise<Decision<bigint>> {
  if (reason.trim() === '') return refuse(reconciliationRefusal('reason_wanted', 'reason'));
  if ((kind === 'correction') !== (event !== null))
    return refuse(reconciliationRefusal('event_wanted', 'event'));
  const difference = differences.find((one) => one.side === side && one.line.id === item);
  if (difference === undefined) return refuse(reconciliationRefusal('item_not_open', 'item'));
  if (difference.waiting !== null) return refuse(reconciliationRefusal('item_proposed', 'item'));
  if (event !== null && (await office.findMovement(statement, event)) === undefined) {
    return refuse(reconciliationRefusal('event_not_of_account', 'event'));
  }
  return allow(difference.line.amount);
}

/** Agrees to what another person said to a line, or rejects it. */
export async function decideProposal(
  { reconciliationStore }: Needs,
  scope: Scope,
  { id, decision }: { readonly id: string; readonly decision: 'approved' | 'rejected' },
  now: string,
): Promise<Decision<null>> {
  return reconciliationStore.within(scope, async (office) => {
    const proposal = await office.findProposal(id);
    if (proposal === undefined) return refuse(reconciliationRefusal('unknown_proposal', id));
    const may = mayDecide(proposal, scope.userId);
    if (!may.allowed) return may;
    const gathered = await gatherOpen(office, proposal.statement);
    if (!gathered.allowed) return gathered;
    const isOpen = gathered.value.differences.some(({ waiting }) => waiting?.id === id);
    // What has matched meanwhile needs no explanation any more; it can still be turned down.
    if (decision === 'approved' && !isOpen)
      return refuse(reconciliationRefusal('item_not_open', proposal.item));
    const recorded = await office.decideProposal(proposal, decision, scope.userId, now);
    return recorded ? allow(null) : refuse(reconciliationRefusal('record_decided', id));
  });
}
