import type { ExplainedOutput } from '#application/adjustment/output';
import { adoptPack } from '#application/adjustment-year/adopted-pack';
import { findApproved } from '#application/adjustment-year/approved-version';
import { figureOrigins } from '#application/adjustment-year/figure-origins';
import { recordedStep } from '#application/adjustment-year/recorded-step';
import * as refusals from '#application/adjustment-year/refusals';
import type { YearServices } from '#application/adjustment-year/services';
import { readSnapshot, type YearProposal } from '#application/adjustment-year/snapshot';
import { storedPacks } from '#application/adjustment-year/stored-packs';
import { openedYear, withinYears, type OpenedYear } from '#application/adjustment-year/within-years';
import { yearOutcome } from '#application/adjustment-year/year-outcome';
import { openStoredPack } from '#application/packs/stored-pack';
import type { YearOffice } from '#application/ports/adjustment-year-store';
import { makeRun } from '#application/runs/make-run';
import { decideStep } from '#domain/adjustment-year/decide-step';
import { restrictedUse } from '#domain/adjustment-year/movement-command';
import { differences } from '#domain/adjustment-year/posted-lines';
import { yearLines, partsOfLine, ruleOf, type YearLine } from '#domain/adjustment-year/year-line';
import type { YearState, YearStep } from '#domain/adjustment-year/year-step';
import { planJournal } from '#domain/fund/journal';
import type { Scope } from '#domain/identity/account';
import { present } from '#kernel/assert';
import { allow, refuse, type Decision } from '#kernel/decision';
import { formatYuan, ZERO_FEN } from '#kernel/fen';
import type { Hash } from '#rules/pack/load-pack';
import type { Pack } from '#rules/pack/pack';

/**
 * Proposes the year: the pipeline on the frozen input, by the code that `tongchou adjust` runs, kept as a run that
 * takes no assumption. Money under restriction that it would use is asked for in the ledger, where a second person
 * decides it together with the proposal (SC-2.2-d, SC-2.2-g).
 */
export async function proposeYear(
  services: YearServices,
  scope: Scope,
  id: string,
  note: string,
  now: string,
): Promise<Decision<{ readonly run: string }>> {
  const { adjustmentYearStore, hash } = services;
  return withinYears(adjustmentYearStore, scope, async (office) => {
    const opened = await openedYear(office, id);
    if (!opened.allowed) return opened;
    const { year, state } = opened.value;
    const place = decideStep(state, 'proposed', { by: scope.userId, note });
    if (!place.allowed) return place;
    const snapshotStep = present(state.frozen, 'the frozen figures');
    const snapshot = readSnapshot(snapshotStep);
    const pack = await snapshotPack(office, hash, snapshotStep, year);
    if (!pack.allowed) return pack;
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
      approvals: await askForRestricted(office, opened.value, lines, note, { by: scope.userId, now }),
    };
    const step = recordedStep(hash, 'proposed', place.value, { by: scope.userId, now, note }, proposal);
    if (!(await office.recordStep(year, step))) return refuse(refusals.decidedMeanwhile(id));
    return allow({ run: run.value.id });
  });
}

/** The pack of a snapshot, made again from what is stored; its journal must be able to post what follows. */
async function snapshotPack(
  office: YearOffice,
  hash: Hash,
  step: YearStep,
  year: Parameters<typeof adoptPack>[2],
): Promise<Decision<Pack>> {
  const { packHash, adoptions, adoptedHash } = readSnapshot(step);
  const base = await openStoredPack(storedPacks(office), hash, packHash);
  if (!base.allowed) return base;
  const pack = adoptPack(base.value, adoptions, year, hash);
  if (!pack.allowed) return pack;
  if (pack.value.hash !== adoptedHash) return refuse(packAltered(packHash));
  const journal = planJournal(pack.value);
  return journal.allowed ? pack : journal;
}

function packAltered(packHash: string): Parameters<typeof refuse>[0] {
  return {
    code: 'stored_data_altered',
    at: `pack_artefact ${packHash.slice(0, 12)}`,
    what: { zh: '存储内容与锁定时不符', en: 'what is stored is not what was frozen' },
    next: { zh: '请停止使用并核查数据库', en: 'stop using it and have the database examined' },
  };
}

/** The last version that was approved: what is posted follows its run. */
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
  return `账本数据与佐证材料，锁定快照 ${digits} Figures of the ledger and of documents, frozen as ${digits}`;
}
