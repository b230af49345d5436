import type { ExplainedOutput } from '#application/adjustment/output';
import { adoptionsOf } from '#application/adjustment-year/adopted-pack';
import { findApproved } from '#application/adjustment-year/approved-version';
import { figureOrigins } from '#application/adjustment-year/figure-origins';
import { recordedStep } from '#application/adjustment-year/recorded-step';
import * as refusals from '#application/adjustment-year/refusals';
import type { YearServices } from '#application/adjustment-year/services';
import { readSnapshot, type YearProposal, type YearSnapshot } from '#application/adjustment-year/snapshot';
import { snapshotPack } from '#application/adjustment-year/snapshot-pack';
import { openedYear, type OpenedYear } from '#application/adjustment-year/opened-year';
import { yearOutcome } from '#application/adjustment-year/year-outcome';
import type { AdjustmentYear, YearOffice } from '#application/ports/adjustment-year-store';
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
import { allow, allowUnless, refuse, type Decision, type Refusal } from '#kernel/decision';
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
    if (!run.allowed)
      return allowUnless(await sinceFreeze(office, year, snapshot, run.refusals), () => ({ run: '' }));
    const output = JSON.parse(run.value.result) as ExplainedOutput;
    const lines = yearLines(yearOutcome(output, snapshot.request, snapshot.figures));
    const proposal: YearProposal = {
      run: run.value.id,
      resultHash: run.value.resultHash,
      packHash: pack.value.hash,
      previous: previousOf(state),
      lines: lines.map((line) => ({ ...line, amount: formatYuan(line.amount) })),
      approvals: await askForRestricted(office, opened.value, lines, note, { by: scope.userId, now }),
    };
    const step = recordedStep(hash, 'proposed', place.value, { by: scope.userId, now, note }, proposal);
    if (!(await office.recordStep(year, step))) return refuse(refusals.decidedMeanwhile(id));
    return allow({ run: run.value.id });
  });
}

/** Rewords the refusals of a run: a value adopted since the freeze only needs a new freeze. */
async function sinceFreeze(
  office: YearOffice,
  year: AdjustmentYear,
  { adoptions }: YearSnapshot,
  against: readonly Refusal[],
): Promise<readonly Refusal[]> {
  const frozen = new Set(adoptions.map(({ matter }) => matter));
  const since = (await adoptionsOf(office, year)).filter(({ matter }) => !frozen.has(matter));
  return against.map((refusal) => {
    const isAssumed = refusal.code === 'assumption_in_production';
    const adoption = isAssumed ? since.find(({ value }) => value === refusal.at) : undefined;
    return adoption === undefined ? refusal : refusals.adoptedSinceFreeze(adoption.value, adoption.document);
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
