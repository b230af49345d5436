import { findApproved, type ApprovedVersion } from '#application/adjustment-year/approved-version';
import { postYear, proposalLines } from '#application/adjustment-year/post-year';
import { recordedStep } from '#application/adjustment-year/recorded-step';
import * as refusals from '#application/adjustment-year/refusals';
import type { YearServices } from '#application/adjustment-year/services';
import { readProposal, readSnapshot } from '#application/adjustment-year/snapshot';
import { whySinceFreeze } from '#application/adjustment-year/since-freeze';
import { openedYear, type OpenedYear } from '#application/adjustment-year/opened-year';
import { chinaDateOf } from '#application/time/china-time';
import type { YearOffice } from '#application/ports/adjustment-year-store';
import { decideWithin } from '#application/transaction/decide-within';
import { decideStep } from '#domain/adjustment-year/decide-step';
import { differences, openPayments, type Movement } from '#domain/adjustment-year/posted-lines';
import { postingRefusal } from '#domain/fund/posting-refusals';
import type { Scope } from '#domain/identity/account';
import { present } from '#kernel/assert';
import { allow, allowUnless, refuse, type Decision, type Refusal } from '#kernel/decision';

export type YearDecision = 'checked' | 'returned' | 'dropped' | 'approved';

/**
 * Checks, returns or approves a proposal, or drops a correction. The person may have made none of it. Dropping restores the
 * version before with its figures; the record of the dropped one stays. A correction without a proposal is dropped once its worker has asked
 * for it; if that is returned, the correction goes on. Approval posts the obligations: levies and recoveries owed,
 * allocations granted, the shares of treasuries (NAT-28.3, NAT-28.4); for a later version only the differences.
 */
export async function decideYear(
  services: YearServices,
  scope: Scope,
  id: string,
  { decision, note }: { readonly decision: YearDecision; readonly note: string },
  now: string,
): Promise<Decision<{ readonly posted: number }>> {
  const { adjustmentYearStore, hash } = services;
  return decideWithin(adjustmentYearStore, scope, async (office) => {
    const opened = await openedYear(office, id);
    if (!opened.allowed) return opened;
    const { year, state } = opened.value;
    const place = decideStep(state, decision, { by: scope.userId, note });
    if (!place.allowed) return place;
    if (decision === 'checked' || decision === 'approved') {
      const snapshot = readSnapshot(present(state.frozen, 'the frozen figures'));
      const since = await whySinceFreeze(office, year, snapshot);
      if (since.length > 0) return allowUnless(since, () => ({ posted: 0 }));
    }
    const signature = { by: scope.userId, now, note };
    const { kind, contentHash } = present(state.proposed ?? state.dropAsked, 'what is decided');
    const due = decision === 'approved' ? await dueByApproval(office, opened.value) : undefined;
    const decided = {
      ...(kind === 'drop_asked' ? { request: contentHash } : { proposal: contentHash }),
      ...(due?.isFinal === true ? { isFinal: true } : {}),
    };
    const step =
      decision === 'dropped'
        ? recordedStep(hash, 'returned', place.value, signature, {
            ...decided,
            outcome: decision,
            setAside: await recordedSince(
              office,
              id,
              present(findApproved(state.steps), 'the version in force'),
            ),
          })
        : recordedStep(hash, decision, place.value, signature, decided);
    if (!(await office.recordStep(year, step))) return refuse(refusals.decidedMeanwhile(id));
    const ended = await decideRestricted(office, opened.value, decision, signature);
    if (!ended.allowed || due === undefined) return ended;
    return postYear(office, opened.value, step, due.movements, chinaDateOf(now));
  });
}

/**
 * Lists the obligations that an approval posts, and whether the year is final with it: nothing is left to pay, as where
 * the levy is paused (AH-R2).
 */
async function dueByApproval(
  office: YearOffice,
  opened: OpenedYear,
): Promise<{ readonly movements: readonly Movement[]; readonly isFinal: boolean }> {
  const [lines, posted] = [proposalLines(opened), await office.listPostings(opened.year.id)];
  const movements = differences(lines, posted, 'due');
  const { version } = opened.state;
  const after = [...posted, ...movements.map((movement) => ({ ...movement, version, event: 0n }))];
  const isFinal =
    openPayments(lines, after).length === 0 && differences(lines, after, 'internal').length === 0;
  return { movements, isFinal };
}

/**
 * Lists by number the figures that were recorded since the snapshot of the version in force. They go with the correction
 * that is dropped, so that the year, and a later correction, begin from the figures in force.
 */
async function recordedSince(
  office: YearOffice,
  id: string,
  { snapshot }: ApprovedVersion,
): Promise<readonly string[]> {
  const inForce = snapshot.figures.map(({ number }) => BigInt(number));
  const figures = await office.listFigures(id);
  return figures
    .filter(({ number }) => inForce.every((one) => one < number))
    .map(({ number }) => `${number}`);
}

/** Decides the requests for restricted money with the proposal: granted on approval, refused on return. */
async function decideRestricted(
  office: YearOffice,
  { year, state }: OpenedYear,
  decision: YearDecision,
  signature: { readonly by: string; readonly now: string },
): Promise<Decision<{ readonly posted: number }>> {
  if (decision === 'checked' || state.proposed === undefined) return allow({ posted: 0 });
  const { approvals } = readProposal(state.proposed);
  const faults: Refusal[] = [];
  for (const [line, number] of Object.entries(approvals)) {
    const outcome = decision === 'approved' ? 'approved' : 'rejected';
    const whole = `adjustment_year ${year.id}` as const;
    const code = await office.ledger.decideApproval(BigInt(number), outcome, signature, { whole });
    if (code !== undefined) faults.push(postingRefusal(code, line));
  }
  return allowUnless(faults, () => ({ posted: 0 }));
}
