import type { ExplainedOutput } from '#application/adjustment/output';
import { findApproved } from '#application/adjustment-year/approved-version';
import { figureOrigins } from '#application/adjustment-year/figure-origins';
import { recordedStep } from '#application/adjustment-year/recorded-step';
import * as refusals from '#application/adjustment-year/refusals';
import type { YearServices } from '#application/adjustment-year/services';
import { readSnapshot, type YearProposal } from '#application/adjustment-year/snapshot';
import { whySinceFreeze } from '#application/adjustment-year/since-freeze';
import { snapshotPack } from '#application/adjustment-year/snapshot-pack';
import { openedYear, type OpenedYear } from '#application/adjustment-year/opened-year';
import { yearRemarks } from '#application/adjustment-year/year-remarks';
import { yearOutcome } from '#application/adjustment-year/year-outcome';
import type { YearOffice } from '#application/ports/adjustment-year-store';
import { makeRun } from '#application/runs/make-run';
import { decideWithin } from '#application/transaction/decide-within';
import { decideStep } from '#domain/adjustment-year/decide-step';
import { restrictedUse } from '#domain/adjustment-year/movement-command';
import { differences } from '#domain/adjustment-year/posted-lines';
import { yearLines, partsOfLine, ruleOf, type YearLine } from '#domain/adjustment-year/year-line';
import type { YearState, YearStep } from '#domain/adjustment-year/year-step';
import { planJournal } from '#domain/fund/journal';
import type { Scope } from '#domain/identity/account';
import { present } from '#kernel/assert';
import { bothLines } from '#kernel/bilingual';
import { allow, allowUnless, refuse, type Decision } from '#kernel/decision';
import { formatYuan, ZERO_FEN } from '#kernel/fen';

/**
 * Proposes the year: runs the pipeline on the frozen input, by the code of `tongchou adjust`, as a run without
 * assumptions. Requests in the ledger the restricted money that it would use; a second person decides it together with
 * the proposal (SC-2.2-d, SC-2.2-g).
 */
export async function proposeYear(
  services: YearServices,
  scope: Scope,
  id: string,
  note: string,
  now: string,
): Promise<Decision<{ readonly run: string }>> {
  const { adjustmentYearStore, hash } = services;
  return decideWithin(adjustmentYearStore, scope, async (office) => {
    const opened = await openedYear(office, id);
    if (!opened.allowed) return opened;
    const { year, state } = opened.value;
    const place = decideStep(state, 'proposed', { by: scope.userId, note });
    if (!place.allowed) return place;
    const snapshotStep = present(state.frozen, 'the frozen figures');
    const snapshot = readSnapshot(snapshotStep);
    const since = await whySinceFreeze(office, year, snapshot);
    if (since.length > 0) return allowUnless(since, () => ({ run: '' }));
    const pack = await snapshotPack(office, hash, snapshotStep, year);
    if (!pack.allowed) return pack;
    const journal = planJournal(pack.value);
    if (!journal.allowed) return journal;
    const run = await makeRun(office.runs, hash, {
      pack: pack.value,
      request: snapshot.request,
      origins: figureOrigins(snapshot.figures),
      dataNote: dataNote(snapshotStep),
      now,
      assumptions: 'refuse',
    });
    if (!run.allowed) return run;
    const output = JSON.parse(run.value.result) as ExplainedOutput;
    const lines = yearLines(yearOutcome(output, snapshot.request, snapshot.figures));
    const proposal: YearProposal = {
      run: run.value.id,
      resultHash: run.value.resultHash,
      packHash: pack.value.hash,
      previous: previousOf(state),
      lines: lines.map((line) => ({ ...line, amount: formatYuan(line.amount) })),
      remarks: yearRemarks(output, snapshot.figures),
      approvals: await askForRestricted(office, opened.value, lines, note, { by: scope.userId, now }),
    };
    const step = recordedStep(hash, 'proposed', place.value, { by: scope.userId, now, note }, proposal);
    if (!(await office.recordStep(year, step))) return refuse(refusals.decidedMeanwhile(id));
    return allow({ run: run.value.id });
  });
}

/** Finds the last approved version, whose run the postings follow. */
function previousOf(state: YearState): YearProposal['previous'] {
  const approved = findApproved(state.steps);
  if (approved === undefined) return null;
  const { run, resultHash } = approved.proposal;
  return { version: approved.version, run, resultHash };
}

async function askForRestricted(
  office: YearOffice,
  { year }: OpenedYear,
  lines: readonly YearLine[],
  note: string,
  signature: { readonly by: string; readonly now: string },
): Promise<Readonly<Record<string, string>>> {
  const { fund, insuranceType } = year;
  const approvals: Record<string, string> = {};
  for (const movement of differences(lines, await office.listPostings(year.id), 'internal')) {
    const use = restrictedUse(movement);
    if (use === undefined) continue;
    const { kind, pool } = partsOfLine(movement.line);
    const own = ruleOf(kind).own === 'fund' ? fund : pool;
    const amount = movement.amount < ZERO_FEN ? 0n - movement.amount : movement.amount;
    const reason = `${year.year} ${movement.line} ${note}`.trim();
    const number = await office.ledger.requestApproval(
      { ...use, pool: own, insuranceType, amount, reason },
      signature,
      `adjustment_year ${year.id}`,
    );
    approvals[movement.line] = number.toString();
  }
  return approvals;
}

function dataNote({ contentHash }: YearStep): string {
  const digits = contentHash.slice(0, 12);
  return bothLines({
    zh: `账本数据与佐证材料，锁定快照 ${digits}`,
    en: `Figures of the ledger and of documents, frozen as ${digits}`,
  });
}
