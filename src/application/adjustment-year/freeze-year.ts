import { adoptionsOf, adoptPack } from '#application/adjustment-year/adopted-pack';
import {
  benefitsUnpaid,
  finalAccountMissing,
  membersLeftOut,
} from '#application/adjustment-year/freeze-refusals';
import { gatheredFigures, readBudgets, type Gathered } from '#application/adjustment-year/gathered-figures';
import { recordedStep } from '#application/adjustment-year/recorded-step';
import * as refusals from '#application/adjustment-year/refusals';
import type { YearServices } from '#application/adjustment-year/services';
import type { YearSnapshot } from '#application/adjustment-year/snapshot';
import { openedYear, type OpenedYear } from '#application/adjustment-year/opened-year';
import { yearInput } from '#application/adjustment-year/year-input';
import { packToExecute, stageClause } from '#application/adjustment-year/year-pack';
import { openingMembers, yearWithPools } from '#application/adjustment-year/year-pools';
import type { Pool } from '#application/ports/place-store';
import { chinaDateOf } from '#application/time/china-time';
import type { AdjustmentYear, YearOffice } from '#application/ports/adjustment-year-store';
import { decideWithin } from '#application/transaction/decide-within';
import { planAdjustment, type AdjustmentPlan } from '#domain/adjustment/plan';
import { decideStep } from '#domain/adjustment-year/decide-step';
import { findFigure, standing, type RecordedFigure } from '#domain/adjustment-year/figure';
import { isOfOtherType } from '#domain/adjustment-year/members';
import { unpaidBenefits, type UnpaidBenefits } from '#domain/adjustment-year/unpaid-benefits';
import type { Scope } from '#domain/identity/account';
import { allow, allowUnless, refuse, type Decision, type Refusal } from '#kernel/decision';
import type { Pack } from '#rules/pack/pack';

/**
 * Freezes the figures of a year into an unchangeable snapshot with a hash, in which every figure names its source.
 * Refused while a figure is missing, a matter undecided, a month open, or the ledger newer; before the year is over
 * (JX-2.4-b); and for a policy not in force. Settled but unpaid benefits, a member left out without explanation, or
 * a budget whose final account is not approved, require a note, which is kept with the snapshot.
 */
export async function freezeYear(
  services: YearServices,
  scope: Scope,
  id: string,
  note: string,
  now: string,
): Promise<Decision<{ readonly snapshotHash: string }>> {
  const { adjustmentYearStore, hash } = services;
  const known = await yearWithPools(services, scope, id);
  if (!known.allowed) return known;
  const pools = known.value.pools.map((pool) => pool.id);
  const base = await packToExecute(services, known.value.year.packId, now);
  const planned = base.allowed ? planAdjustment(base.value) : base;
  const budget = planned.allowed
    ? await readBudgets(services, scope, known.value.year, pools, planned.value)
    : { figures: [], unsettled: [] };
  return decideWithin(adjustmentYearStore, scope, async (office) => {
    const opened = await openedYear(office, id);
    if (!opened.allowed) return opened;
    const { year, state } = opened.value;
    const figures = standing(await office.listFigures(id));
    const makers = figures.map(({ recordedBy }) => recordedBy);
    const place = decideStep(state, 'frozen', { by: scope.userId, note }, makers);
    if (!place.allowed) return place;
    if (!base.allowed) return base;
    const adoptions = await adoptionsOf(office, year);
    const pack = adoptPack(base.value, adoptions, year, hash);
    if (!pack.allowed) return pack;
    const plan = planAdjustment(pack.value);
    if (!plan.allowed) return plan;
    const gathered = await gatheredFigures(office, year, pools, plan.value, budget.figures);
    const faults = [...(await unready(office, plan.value, year, pools, gathered, figures, now))];
    const unpaid = unpaidBenefits(gathered.reading);
    const unsaid = unexplained(opened.value, base.value, known.value.leftOut);
    if (note.trim() === '')
      faults.push(...noteAskedFor(unpaid, unsaid, budget.unsettled, stageClause(plan.value)));
    if (faults.length > 0) return allowUnless(faults, () => ({ snapshotHash: '' }));
    const request = yearInput(plan.value, { ...year, pools }, figures);
    if (!request.allowed) return request;
    const snapshot: YearSnapshot = {
      packId: year.packId,
      packHash: base.value.hash,
      adoptedHash: pack.value.hash,
      adoptions,
      pools,
      leftOut: known.value.leftOut.map((pool) => pool.id),
      unpaid,
      figures: figures.map(({ note: _note, number, ...figure }) => ({
        ...figure,
        number: number.toString(),
      })),
      request: request.value,
    };
    const step = recordedStep(hash, 'frozen', place.value, { by: scope.userId, now, note }, snapshot);
    if (!(await office.recordStep(year, step))) return refuse(refusals.decidedMeanwhile(id));
    return allow({ snapshotHash: step.contentHash });
  });
}

/** Lists members left out that neither the policy nor the opening of the year explains. */
function unexplained({ year, state }: OpenedYear, pack: Pack, leftOut: readonly Pool[]): readonly string[] {
  const said = openingMembers(state.steps)?.bookless ?? [];
  return leftOut
    .map(({ id }) => id)
    .filter((id) => !said.includes(id) && !isOfOtherType(pack.raw.pools, id, year.insuranceType));
}

function noteAskedFor(
  unpaid: readonly UnpaidBenefits[],
  leftOut: readonly string[],
  unsettled: readonly string[],
  clause: ReturnType<typeof stageClause>,
): readonly Refusal[] {
  return [
    ...(unpaid.length === 0 ? [] : [benefitsUnpaid(unpaid, clause)]),
    ...(leftOut.length === 0 ? [] : [membersLeftOut(leftOut, clause)]),
    ...(unsettled.length === 0 ? [] : [finalAccountMissing(unsettled, clause)]),
  ];
}

/** Lists what prevents the freeze, except missing figures. */
async function unready(
  office: YearOffice,
  plan: AdjustmentPlan,
  { year, fund, insuranceType }: AdjustmentYear,
  pools: readonly string[],
  { reading, figures: held }: Gathered,
  recorded: readonly RecordedFigure[],
  now: string,
): Promise<readonly Refusal[]> {
  const clause = stageClause(plan);
  if (chinaDateOf(now) <= `${year}-12-31`) return [refusals.yearNotOver(year, clause)];
  const matters = await office.listMatters({ pools: [...pools, fund], insuranceType });
  return [
    ...[...pools, fund].flatMap((pool) => {
      const books = reading.books.find((one) => one.pool === pool);
      if (books === undefined) return [refusals.booksMissing(pool)];
      const isClosed = books.closedThrough !== null && books.closedThrough >= `${year}-12`;
      return isClosed ? [] : [refusals.monthsOpen(pool, year, clause)];
    }),
    ...matters
      .filter((one) => one.decision === null && one.year <= year)
      .map(({ id }) => refusals.mattersOpen(id)),
    ...held
      .filter(({ subject, field, value }) => findFigure(recorded, subject, field)?.value !== value)
      .filter(({ subject, field }) => findFigure(recorded, subject, field) !== undefined)
      .map(({ subject, field }) => refusals.figuresMoved(subject, field)),
  ];
}
