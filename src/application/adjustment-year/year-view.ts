import { readProposal, readSnapshot, type YearProposal } from '#application/adjustment-year/snapshot';
import type { YearRemark } from '#application/adjustment-year/year-remarks';
import type { YearServices } from '#application/adjustment-year/services';
import { gatheredFigures, readBudgets } from '#application/adjustment-year/gathered-figures';
import { linesOf } from '#application/adjustment-year/post-year';
import { openedYear, type OpenedYear } from '#application/adjustment-year/opened-year';
import { neededFigures, usedFigures } from '#application/adjustment-year/year-input';
import { packToShow } from '#application/adjustment-year/year-pack';
import { openingMembers, poolNames, yearWithPools } from '#application/adjustment-year/year-pools';
import { nextSteps, type NextStep } from '#application/adjustment-year/next-steps';
import type { AdjustmentYear } from '#application/ports/adjustment-year-store';
import type { Pool } from '#application/ports/place-store';
import { decideWithin } from '#application/transaction/decide-within';
import { planAdjustment, type AdjustmentPlan } from '#domain/adjustment/plan';
import { payableNow } from '#domain/adjustment-year/choose-payments';
import { findFigure, standing, type FigureSource, type RecordedFigure } from '#domain/adjustment-year/figure';
import { movedFigures, type MovedFigure } from '#domain/adjustment-year/moved-figures';
import {
  advancedAmount,
  openPayments,
  postedAmount,
  type PostedLine,
} from '#domain/adjustment-year/posted-lines';
import { PHASE_WORDS, STEP_WORDS } from '#domain/adjustment-year/refusals';
import { unpaidBenefits, type UnpaidBenefits } from '#domain/adjustment-year/unpaid-benefits';
import { partsOfLine, type YearLine } from '#domain/adjustment-year/year-line';
import { isOfOtherType } from '#domain/adjustment-year/members';
import {
  isDropped,
  type YearPhase,
  type YearState,
  type YearStepKind,
} from '#domain/adjustment-year/year-step';
import type { Account, Scope } from '#domain/identity/account';
import { present } from '#kernel/assert';
import type { Bilingual } from '#kernel/bilingual';
import { allow, type Decision } from '#kernel/decision';
import { fen, fenOf, formatYuan, sumFen, ZERO_FEN, type Fen } from '#kernel/fen';
import type { InsuranceType } from '#kernel/insurance-type';
import type { Month } from '#kernel/month';
import type { Pack } from '#rules/pack/pack';

/** The state of one version of a year. */
interface YearStanding {
  readonly version: number;
  readonly phase: YearPhase;
  readonly phaseLabel: Bilingual;
}

interface YearRun {
  readonly id: string;
  readonly resultHash: string;
}

/** A year in one line of a list. */
export interface YearSummary extends YearStanding {
  readonly id: string;
  readonly place: string;
  readonly fund: string;
  readonly insuranceType: InsuranceType;
  readonly year: number;
  readonly pack: string;
  /** The version that binds while a correction is under way; null without one. */
  readonly inForce: YearStanding | null;
  /** What nobody bears by the version in force, in yuan; null where everything is borne or nothing is approved. */
  readonly uncovered: string | null;
  /** The last step, by whom and when. */
  readonly lastStep: { readonly kind: YearStepKind; readonly by: string; readonly at: string } | null;
}

/** A line of a year with what is owed, paid and open of it; amounts in yuan. */
export interface YearLineView {
  readonly id: string;
  readonly kind: string;
  readonly pool: string;
  readonly amount: string;
  readonly due: string;
  readonly paid: string;
  /** The part of `paid` that was moved within the year, ahead of its settlement (JH-4.7-a). */
  readonly advanced: string;
  readonly open: string;
  /** The part of `open` that can be paid now; a treasury's share only once it has been received. */
  readonly payable: string;
  /** Amount decided by the version before, null in the first; a correction moves the difference. */
  readonly before: string | null;
  readonly clauses: readonly string[];
}

interface Named {
  readonly id: string;
  readonly name: Bilingual;
}

/** A year as shown on its page: state, recorded steps, missing figures and next steps. */
export interface YearView extends YearSummary {
  readonly pools: readonly Named[];
  readonly steps: readonly {
    readonly sequence: number;
    readonly kind: YearStepKind;
    readonly label: Bilingual;
    readonly version: number;
    readonly by: string;
    readonly at: string;
    readonly note: string;
    readonly contentHash: string;
  }[];
  readonly figures: readonly {
    readonly subject: string;
    readonly field: string;
    readonly value: string;
    readonly source: FigureSource;
    readonly note: string;
    readonly recordedBy: string;
    readonly recordedAt: string;
  }[];
  readonly missing: readonly { readonly subject: string; readonly field: string }[];
  /** Frozen figures whose present value differs: late entries, or a corrected earlier year. */
  readonly moved: readonly MovedFigure[];
  /** Settled but unpaid benefits at the year's end: for information, in no figure. */
  readonly unpaid: readonly UnpaidBenefits[];
  readonly next: readonly NextStep[];
  /** Differences between the fund's members and the policy's list at the opening, and the reason given. */
  readonly members: {
    readonly absent: readonly Named[];
    readonly unlisted: readonly Named[];
    readonly bookless: readonly Named[];
    readonly note: string;
  } | null;
  /** Members left out of this year: the policy excludes their insurance type, or they have no books of it. */
  readonly leftOut: readonly (Named & { readonly reason: 'other_type' | 'no_books' })[];
  readonly snapshotHash: string | null;
  readonly policy: { readonly packHash: string; readonly adoptedHash: string } | null;
  readonly run: YearRun | null;
  readonly lines: readonly YearLineView[];
  /** What the proposal decides without money; the whole year's, pool by pool. */
  readonly remarks: readonly YearRemark[];
  /** The version that binds while a correction is under way, with its amounts owed, paid and open. */
  readonly inForce:
    (YearStanding & { readonly run: YearRun; readonly lines: readonly YearLineView[] }) | null;
  readonly postings: readonly {
    readonly line: string;
    readonly part: string;
    readonly version: number;
    readonly event: string;
    readonly amount: string;
    readonly postingMonth: Month;
  }[];
}

export function yearSummary({ year, state }: OpenedYear): YearSummary {
  const { last } = state;
  const { openedBy: _openedBy, openedAt: _openedAt, packId, ...rest }: AdjustmentYear = year;
  return {
    ...rest,
    pack: packId,
    ...standingOf(state),
    inForce: state.inForce === undefined ? null : standingOf(state.inForce),
    uncovered: uncoveredOf(state.inForce ?? state),
    lastStep: last === undefined ? null : { kind: last.kind, by: last.by, at: last.at },
  };
}

function uncoveredOf({ approved, proposed }: YearState): string | null {
  if (approved === undefined || proposed === undefined) return null;
  const { remarks = [] } = readProposal(proposed);
  const amounts = remarks
    .filter(({ kind }) => kind === 'uncovered')
    .map(({ amount }) => fenOf(amount ?? '0.00'));
  return amounts.length === 0 ? null : formatYuan(sumFen(amounts));
}

function standingOf({ version, phase }: YearState): YearStanding {
  return { version, phase, phaseLabel: PHASE_WORDS[phase] };
}

/** Shows a year to a caller who may see it. */
export async function viewYear(
  services: YearServices,
  account: Account,
  scope: Scope,
  id: string,
  now: string,
): Promise<Decision<YearView>> {
  const known = await yearWithPools(services, scope, id);
  if (!known.allowed) return known;
  const { pools, leftOut } = known.value;
  const pack = await packToShow(services, known.value.year.packId, now);
  if (!pack.allowed) return pack;
  const plan = planAdjustment(pack.value);
  if (!plan.allowed) return plan;
  const budget = await readBudgets(
    services,
    scope,
    known.value.year,
    pools.map(({ id: pool }) => pool),
    plan.value,
  );
  return decideWithin(services.adjustmentYearStore, scope, async (office) => {
    const opened = await openedYear(office, id);
    if (!opened.allowed) return opened;
    const { year, state } = opened.value;
    const figures = standing(await office.listFigures(id));
    const postings = await office.listPostings(id);
    const missing = missingFigures(plan.value, year, pools, figures);
    const { frozen, proposed } = state;
    const ids = pools.map(({ id: pool }) => pool);
    const held = await gatheredFigures(office, year, ids, plan.value, budget.figures);
    const snapshot = frozen === undefined ? undefined : readSnapshot(frozen);
    const proposal = proposed === undefined ? undefined : readProposal(proposed);
    return allow({
      ...yearSummary(opened.value),
      pools: pools.map(({ id: pool, name }) => ({ id: pool, name })),
      steps: state.steps.map((step) => {
        const { sequence, kind, version, by, at, note, contentHash } = step;
        const label = STEP_WORDS[isDropped(step) ? 'dropped' : kind];
        return { sequence, kind, label, version, by, at, note, contentHash };
      }),
      figures: shownFigures(plan.value, year, pools, figures),
      missing,
      moved: snapshot === undefined ? [] : movedFigures(snapshot.figures, held.figures),
      unpaid: snapshot?.unpaid ?? unpaidBenefits(held.reading),
      next: nextSteps(account, opened.value),
      members: membersView(state.steps, pack.value, [...pools, ...leftOut]),
      leftOut: leftOut.map(({ id: pool, name }) => ({
        id: pool,
        name,
        reason: isOfOtherType(pack.value.raw.pools, pool, year.insuranceType) ? 'other_type' : 'no_books',
      })),
      snapshotHash: frozen?.contentHash ?? null,
      policy:
        snapshot === undefined ? null : { packHash: snapshot.packHash, adoptedHash: snapshot.adoptedHash },
      run: proposal === undefined ? null : runOf(proposal),
      lines: proposal === undefined ? [] : lineViews(linesOf(proposal), postings, state.version),
      remarks: proposal?.remarks ?? [],
      inForce: state.inForce === undefined ? null : inForceView(state.inForce, postings),
      postings: postings.map(({ event, amount, ...posting }) => {
        return { ...posting, event: event.toString(), amount: formatYuan(amount) };
      }),
    });
  });
}

function inForceView(state: YearState, postings: readonly PostedLine[]): YearView['inForce'] {
  const proposal = readProposal(present(state.proposed, 'the proposal in force'));
  const lines = lineViews(linesOf(proposal), postings, state.version);
  return { ...standingOf(state), run: runOf(proposal), lines };
}

function runOf({ run, resultHash }: YearProposal): YearRun {
  return { id: run, resultHash };
}

function membersView(steps: YearState['steps'], pack: Pack, pools: readonly Pool[]): YearView['members'] {
  const members = openingMembers(steps);
  if (members === undefined) return null;
  const nameOf = poolNames(pack, pools);
  const named = (id: string): Named => ({ id, name: nameOf(id) });
  const { absent, unlisted, bookless = [] } = members;
  return {
    absent: absent.map(named),
    unlisted: unlisted.map(named),
    bookless: bookless.map(named),
    note: present(steps[0], 'the opening').note,
  };
}

function missingFigures(
  plan: AdjustmentPlan,
  { year, insuranceType }: AdjustmentYear,
  pools: readonly Pool[],
  figures: readonly RecordedFigure[],
): YearView['missing'] {
  const needed = neededFigures(plan, { year, insuranceType, pools: pools.map(({ id }) => id) });
  return needed.filter(({ subject, field }) => findFigure(figures, subject, field) === undefined);
}

/** Keeps the figures that the policy uses, and every attested one. */
function shownFigures(
  plan: AdjustmentPlan,
  { year, insuranceType }: AdjustmentYear,
  pools: readonly Pool[],
  figures: readonly RecordedFigure[],
): YearView['figures'] {
  const isUsed = usedFigures(plan, { year, insuranceType, pools: pools.map(({ id }) => id) });
  return figures
    .filter(({ field, source }) => source.kind === 'attested' || isUsed(field))
    .map(({ number: _number, ...figure }) => figure);
}

/** Sums what was posted for a line when a version was approved. */
function decidedAmount(posted: readonly PostedLine[], line: string): Fen {
  return fen(postedAmount(posted, line, 'due') + postedAmount(posted, line, 'internal'));
}

/** Lists a version's lines with their postings; a line that the version no longer has is shown with zero. */
export function lineViews(
  lines: readonly YearLine[],
  posted: readonly PostedLine[],
  version: number,
): readonly YearLineView[] {
  const open = openPayments(lines, posted);
  const earlier = posted.filter((one) => one.version < version);
  const gone = [...new Set(earlier.map(({ line }) => line))]
    .filter((id) => !lines.some((line) => line.id === id))
    .map((id): YearLine => ({ id, amount: ZERO_FEN, clauses: [] }));
  return [...lines, ...gone].map(({ id, amount, clauses }) => {
    const { kind, pool } = partsOfLine(id);
    const owed = open.find(({ line }) => line === id);
    const internal = postedAmount(posted, id, 'internal');
    return {
      id,
      kind,
      pool,
      amount: formatYuan(amount),
      due: formatYuan(postedAmount(posted, id, 'due')),
      paid: formatYuan(fen(postedAmount(posted, id, 'paid') + internal)),
      advanced: formatYuan(advancedAmount(posted, id)),
      open: formatYuan(owed?.amount ?? ZERO_FEN),
      payable: formatYuan(owed === undefined ? ZERO_FEN : payableNow(owed, posted)),
      before: version === 1 ? null : formatYuan(decidedAmount(earlier, id)),
      clauses,
    };
  });
}
