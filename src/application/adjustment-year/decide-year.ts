import { postYear, proposalLines } from '#application/adjustment-year/post-year';
import { recordedStep } from '#application/adjustment-year/recorded-step';
import * as refusals from '#application/adjustment-year/refusals';
import type { YearServices } from '#application/adjustment-year/services';
import { readProposal } from '#application/adjustment-year/snapshot';
import { openedYear, withinYears, type OpenedYear } from '#application/adjustment-year/within-years';
import { chinaDateOf } from '#application/pack-life/china-time';
import type { YearOffice } from '#application/ports/adjustment-year-store';
import { decideStep } from '#domain/adjustment-year/decide-step';
import { differences } from '#domain/adjustment-year/posted-lines';
import { postingRefusal } from '#domain/fund/posting-refusals';
import type { Scope } from '#domain/identity/account';
import { present } from '#kernel/assert';
import { allow, allowUnless, refuse, type Decision, type Refusal } from '#kernel/decision';

export type YearDecision = 'checked' | 'returned' | 'dropped' | 'approved';

/**
 * Checks, returns or approves a proposal, or drops the correction that it belongs to, by a person who made none of it: then
 * the version before stands again as it was, and the record of the dropped one stays. With the approval the obligations arise in
 * the books: levies and recoveries owed, allocations decided, what treasuries bear (NAT-28.3, NAT-28.4); of a later
 * version the differences.
 */
export async function decideYear(
  services: YearServices,
  scope: Scope,
  id: string,
  { decision, note }: { readonly decision: YearDecision; readonly note: string },
  now: string,
): Promise<Decision<{ readonly posted: number }>> {
  const { adjustmentYearStore, hash } = services;
  return withinYears(adjustmentYearStore, scope, async (office) => {
    const opened = await openedYear(office, id);
    if (!opened.allowed) return opened;
    const { year, state } = opened.value;
    const place = decideStep(state, decision, { by: scope.userId, note });
    if (!place.allowed) return place;
    const signature = { by: scope.userId, now, note };
    const { contentHash } = present(state.proposed, 'the proposal');
    const step =
      decision === 'dropped'
        ? recordedStep(hash, 'returned', place.value, signature, {
            proposal: contentHash,
            outcome: decision,
          })
        : recordedStep(hash, decision, place.value, signature, { proposal: contentHash });
    if (!(await office.recordStep(year, step))) return refuse(refusals.decidedMeanwhile(id));
    const ended = await decideRestricted(office, opened.value, decision, signature);
    if (!ended.allowed || decision !== 'approved') return ended;
    const lines = proposalLines(opened.value);
    const due = differences(lines, await office.listPostings(id), 'due');
    return postYear(office, opened.value, step, due, chinaDateOf(now));
  });
}

/** Restricted money is decided with the proposal: granted when it is approved, refused when it is sent back. */
async function decideRestricted(
  office: YearOffice,
  { year, state }: OpenedYear,
  decision: YearDecision,
  signature: { readonly by: string; readonly now: string },
): Promise<Decision<{ readonly posted: number }>> {
  if (decision === 'checked') return allow({ posted: 0 });
  const { approvals } = readProposal(present(state.proposed, 'the proposal'));
  const faults: Refusal[] = [];
  for (const [line, number] of Object.entries(approvals)) {
    const outcome = decision === 'approved' ? 'approved' : 'rejected';
    const code = await office.ledger.decideApproval(
      BigInt(number),
      outcome,
      signature,
      `adjustment_year ${year.id}`,
    );
    if (code !== undefined) faults.push(postingRefusal(code, line));
  }
  return allowUnless(faults, () => ({ posted: 0 }));
}
