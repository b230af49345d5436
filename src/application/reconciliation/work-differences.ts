import type { DifferenceProposal, ReconciliationOffice } from '#application/ports/reconciliation-store';
import type { GatheredPeriod, WorkedDifference } from '#application/reconciliation/gather-period';
import { mends, postCorrection } from '#application/reconciliation/post-correction';
import { gatherOpen, mayDecide } from '#application/reconciliation/open-reconciliation';
import type { ReconciliationServices } from '#application/reconciliation/services';
import { decideWithin, tryWithin } from '#application/transaction/decide-within';
import type { Scope } from '#domain/identity/account';
import { coversPlace } from '#domain/identity/place-path';
import { whyNoTiming } from '#domain/reconciliation/why-no-timing';
import { reconciliationRefusal } from '#domain/reconciliation/refusals';
import { allow, refuse, type Decision } from '#kernel/decision';
import { reasonMissing } from '#kernel/reason-missing';

type Needs = Pick<ReconciliationServices, 'reconciliationStore'>;

/**
 * A proposal on an open line: in transit, corrected by an existing event or one that the agreement posts, or claimed
 * from the other party.
 */
export type WantedProposal = Pick<
  DifferenceProposal,
  'side' | 'item' | 'kind' | 'event' | 'posting' | 'reason'
>;

/**
 * Proposes how to resolve an open line of a statement's month; it counts once another person has agreed. A correction
 * to post is tried first, so that nobody agrees to what the ledger refuses or what leaves the line open.
 * @param fund scope in which the same person may propose postings: those who keep the fund keep its books
 */
export async function proposeForDifference(
  { reconciliationStore }: Needs,
  scope: Scope,
  statement: string,
  wanted: WantedProposal,
  now: string,
  fund?: Scope,
): Promise<Decision<{ readonly id: string }>> {
  const { posting } = wanted;
  if (posting !== null) {
    const tried = await tryWithin(reconciliationStore, scope, async (office) => {
      const gathered = await gatherOpen(office, statement);
      if (!gathered.allowed) return gathered;
      const difference = await checkWanted(office, gathered.value, wanted);
      if (!difference.allowed) return difference;
      if (!keepsBooks(fund, gathered.value))
        return refuse(reconciliationRefusal('posting_is_the_funds', 'posting'));
      const signature = { by: scope.userId, now, note: wanted.reason.trim() };
      const key = `reconciliation trial ${statement} ${wanted.item}`;
      return postCorrection(office, gathered.value.statement, difference.value, posting, key, signature);
    });
    if (!tried.allowed) return tried;
  }
  return reconciliationStore.within(scope, async (office) => {
    const gathered = await gatherOpen(office, statement);
    if (!gathered.allowed) return gathered;
    const difference = await checkWanted(office, gathered.value, wanted);
    if (!difference.allowed) return difference;
    const { side, item, kind, event, reason } = wanted;
    const { amount } = difference.value.line;
    const proposal = { statement, side, item, amount, kind, event, posting, reason: reason.trim() };
    return allow({ id: await office.addProposal(proposal, scope.userId, now) });
  });
}

/** Finds the line, if the proposal fits it. */
async function checkWanted(
  office: ReconciliationOffice,
  { statement, differences }: GatheredPeriod,
  { side, item, kind, event, posting, reason }: WantedProposal,
): Promise<Decision<WorkedDifference>> {
  if (reason.trim() === '') return refuse(reasonMissing());
  const named = [event, posting].filter((one) => one !== null).length;
  if (named !== (kind === 'correction' ? 1 : 0))
    return refuse(reconciliationRefusal('event_wanted', 'event'));
  const difference = differences.find((one) => one.side === side && one.line.id === item);
  if (difference === undefined) return refuse(reconciliationRefusal('item_not_open', 'item'));
  if (difference.waiting !== null) return refuse(reconciliationRefusal('item_proposed', 'item'));
  const late = kind === 'timing' ? whyNoTiming(difference) : undefined;
  if (late !== undefined) return refuse(late);
  if (event !== null) {
    const mending = await mends(office, statement, difference, event);
    if (!mending.allowed) return mending;
  }
  return allow(difference);
}

/** Whether the statement's books belong to a place where the person may act for the fund. */
function keepsBooks(fund: Scope | undefined, { statement }: GatheredPeriod): boolean {
  return fund?.parts.some(({ place }) => coversPlace(place, statement.place)) === true;
}

/**
 * Accepts another person's proposal on a line, and posts its correction if it has one; or rejects it.
 * @param fund scope in which the same person may approve postings
 */
export async function decideProposal(
  { reconciliationStore }: Needs,
  scope: Scope,
  { id, decision }: { readonly id: string; readonly decision: 'approved' | 'rejected' },
  now: string,
  fund?: Scope,
): Promise<Decision<null>> {
  return decideWithin(reconciliationStore, scope, async (office) => {
    const proposal = await office.findProposal(id);
    if (proposal === undefined) return refuse(reconciliationRefusal('unknown_proposal', id));
    const may = mayDecide(proposal, scope.userId);
    if (!may.allowed) return may;
    const gathered = await gatherOpen(office, proposal.statement);
    if (!gathered.allowed) return gathered;
    const difference = gathered.value.differences.find(({ waiting }) => waiting?.id === id);
    // What has matched meanwhile needs no explanation any more; it can still be turned down.
    if (decision === 'approved' && difference === undefined)
      return refuse(reconciliationRefusal('item_not_open', proposal.item));
    const { posting, reason } = proposal;
    if (decision === 'approved' && posting !== null && !keepsBooks(fund, gathered.value))
      return refuse(reconciliationRefusal('posting_is_the_funds', id));
    const signature = { by: scope.userId, now, note: reason };
    const posted =
      decision === 'rejected' || difference === undefined || posting === null
        ? allow(null)
        : await postCorrection(
            office,
            gathered.value.statement,
            difference,
            posting,
            `reconciliation ${id}`,
            signature,
          );
    if (!posted.allowed) return posted;
    const recorded = await office.decideProposal(proposal, decision, scope.userId, now, posted.value);
    return recorded ? allow(null) : refuse(reconciliationRefusal('record_decided', id));
  });
}
