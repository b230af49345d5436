import { assessPool, type AssessedItem } from '#application/adjustment-year/assess-pool';
import { checkAdoption } from '#application/adjustment-year/adopted-pack';
import { decidingPlaces, reaches } from '#application/adjustment-year/deciding-place';
import {
  decideFreeing,
  handoverFaults,
  markHandover,
  withFreeing,
} from '#application/adjustment-year/handovers';
import { advanceFund, postAdvance } from '#application/adjustment-year/post-advance';
import * as refusals from '#application/adjustment-year/refusals';
import type { YearServices } from '#application/adjustment-year/services';
import { causeFaults, shortageOf } from '#application/adjustment-year/short-pools';
import { packToShow } from '#application/adjustment-year/year-pack';
import { decideWithin } from '#application/transaction/decide-within';
import { neededFields, optionalFields } from '#domain/adjustment/check-facts';
import type { PoolField } from '#domain/adjustment/facts';
import { planAdjustment, type AdjustmentPlan } from '#domain/adjustment/plan';
import {
  checkMatter,
  decideMatter,
  type AskedMatter,
  type MatterContent,
  type MatterKind,
} from '#domain/adjustment-year/matter';
import { memberNotWanted } from '#domain/adjustment-year/matter-refusals';
import type { Scope } from '#domain/identity/account';
import { allow, allowUnless, refuse, type Decision } from '#kernel/decision';
import type { Pack } from '#rules/pack/pack';

/** A matter as requested. For an assessment only the scores are given; items and totals are computed. */
export interface RequestedMatter extends Omit<AskedMatter, 'content' | 'corrects'> {
  readonly content: Omit<MatterContent, 'assessed' | 'approval'> & {
    readonly scores?: readonly AssessedItem[];
  };
  /** The granted matter that this one replaces, if any. */
  readonly corrects?: string | null;
}

/** Requests a matter of a year, or the correction of a granted one; it counts once another person has granted it. */
export async function requestMatter(
  services: YearServices,
  scope: Scope,
  matter: RequestedMatter,
  now: string,
): Promise<Decision<{ readonly id: string }>> {
  const { document, documentHash, kind, pool, insuranceType, year, content, packId } = matter;
  if (document.trim() === '' || !/^[0-9a-f]{64}$/.test(documentHash))
    return refuse(refusals.documentMissing());
  const found = await services.placeStore.findPool(scope, pool);
  const wantedKind = kind === 'adoption' ? 'fund' : 'pool';
  const isOfPlace = kind === 'assessment' || found?.place === matter.place;
  if (found?.kind !== wantedKind || !isOfPlace) return refuse(refusals.unknownPool(pool));
  const pack = await packToShow(services, packId, now);
  if (!pack.allowed) return pack;
  const plan = planTaking(pack.value, kind);
  if (!plan.allowed) return plan;
  const advanced = await advanceFund(services, scope, pack.value, matter, now);
  if (!advanced.allowed) return advanced;
  if (kind === 'adoption' && content.value !== undefined) {
    const adoption = { value: content.value, figure: content.figure ?? null };
    const checked = checkAdoption(pack.value, adoption, year, insuranceType);
    if (!checked.allowed) return checked;
  }
  const whole = await withAssessed(services, scope, matter, now);
  if (!whole.allowed) return whole;
  return decideWithin(services.adjustmentYearStore, scope, async (office) => {
    const others = await office.listMatters({ pools: [pool], insuranceType });
    const decision = checkMatter(whole.value, others);
    if (!decision.allowed) return decision;
    const faults = [
      ...causeFaults(plan.value, whole.value),
      ...(await handoverFaults(office, plan.value, whole.value)),
    ];
    const signature = { by: scope.userId, now };
    return faults.length > 0
      ? allowUnless(faults, () => ({ id: '' }))
      : allow({
          id: await office.requestMatter(
            await withFreeing(office, whole.value, others, signature),
            scope.userId,
            now,
          ),
        });
  });
}

/** Fields by which a kind of matter enters the pipeline; kinds not listed enter every pipeline. */
const FIELDS: Partial<Readonly<Record<MatterKind, readonly PoolField[]>>> = {
  emergency: ['emergency'],
  handover: ['auditedPriorGap', 'legacyBalance'],
};

/**
 * Gets the policy's pipeline for a kind of matter that enters it; undefined for other kinds. Refuses a matter that the
 * pipeline does not use: it would be granted without effect.
 */
function planTaking(pack: Pack, kind: MatterKind): Decision<AdjustmentPlan | undefined> {
  const fields = FIELDS[kind];
  if (fields === undefined) return allow(undefined);
  const plan = planAdjustment(pack);
  if (!plan.allowed) return plan;
  const taken = [...neededFields(plan.value, { replaced: {} }), ...optionalFields(plan.value)];
  return fields.some((field) => taken.includes(field))
    ? plan
    : refuse(refusals.matterNotTaken(kind, plan.value.cite));
}

async function withAssessed(
  services: YearServices,
  scope: Scope,
  { content: { scores, ...content }, corrects = null, ...asked }: RequestedMatter,
  now: string,
): Promise<Decision<AskedMatter>> {
  const matter = { ...asked, corrects };
  if (scores === undefined) return allow({ ...matter, content });
  if (asked.kind !== 'assessment') return refuse(memberNotWanted('scores', asked.kind));
  const assessed = await assessPool(services, scope, matter, scores, now);
  return assessed.allowed
    ? allow({ ...matter, content: { ...content, assessed: assessed.value } })
    : assessed;
}

/**
 * Grants or refuses another person's request, at the place of the fund. A granted handover marks the county's balance
 * from before pooling as its own in the books, a granted correction of one the difference; that county's gaps use it
 * first from then on (JH-4.7-e). A granted remittance or funding moves its money (JH-4.7-a).
 */
export async function decideOnMatter(
  services: YearServices,
  scope: Scope,
  id: string,
  wanted: {
    readonly decision: 'granted' | 'refused';
    readonly granted?: string | undefined;
    readonly note: string;
  },
  now: string,
): Promise<Decision<null>> {
  const found = await services.adjustmentYearStore.within(scope, (office) => office.findMatter(id));
  if (found === undefined) return refuse(refusals.unknownMatter(id));
  const decidingPlace = (await decidingPlaces(services.placeStore, scope))(found);
  if (!reaches(scope, decidingPlace)) return refuse(refusals.decidedAbove(decidingPlace));
  const pack = await packToShow(services, found.packId, now);
  if (!pack.allowed) return pack;
  const isGrant = wanted.decision === 'granted';
  const short = isGrant ? await shortageOf(services, scope, found, now) : allow({});
  if (!short.allowed) return short;
  const fund = isGrant ? await advanceFund(services, scope, pack.value, found, now) : allow(undefined);
  if (!fund.allowed) return fund;
  return decideWithin(services.adjustmentYearStore, scope, async (office) => {
    const matter = (await office.findMatter(id)) ?? found;
    const decision = decideMatter(matter, scope.userId, wanted, short.value);
    if (!decision.allowed) return decision;
    const signature = { by: scope.userId, now };
    const freed = await decideFreeing(office, matter, wanted.decision, signature);
    if (!freed.allowed) return freed;
    const event =
      isGrant && matter.kind === 'handover'
        ? await markHandover(pack.value, office, matter, signature)
        : await postAdvance(pack.value, office, { ...matter, ...decision.value }, fund.value, signature);
    if (!event.allowed) return event;
    const decided = { ...decision.value, decision: wanted.decision, note: wanted.note, event: event.value };
    return (await office.decideMatter(matter, decided, scope.userId, now))
      ? allow(null)
      : refuse(refusals.decidedMeanwhile(id));
  });
}
