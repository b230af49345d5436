import { decidingPlaces } from '#application/adjustment-year/deciding-place';
import * as refusals from '#application/adjustment-year/refusals';
import type { YearServices } from '#application/adjustment-year/services';
import { packToShow } from '#application/adjustment-year/year-pack';
import { planAssessment, pointsOf, type AssessmentPlan } from '#domain/assessment/plan-assessment';
import { scoreItems, type ScoredItem, type Scores } from '#domain/assessment/score-items';
import type { AskedMatter } from '#domain/adjustment-year/matter';
import type { Scope } from '#domain/identity/account';
import { present } from '#kernel/assert';
import type { Bilingual } from '#kernel/bilingual';
import { allowUnless, refuse, type Decision, type Refusal } from '#kernel/decision';
import { parseInsuranceYear, type InsuranceYear } from '#kernel/insurance-year';

/** A scored item. */
export interface AssessedItem {
  readonly item: string;
  /** Highest score; given only where the policy does not state it. */
  readonly points?: string | undefined;
  /** Name; given only where the policy names no items. */
  readonly name?: Bilingual | undefined;
  readonly score: string;
  /** Evidence: a document, or a figure of the final account. */
  readonly evidence: string;
}

type Assessed = Omit<AskedMatter, 'content'>;

/**
 * Scores a pool for a year by the items of the place's policy (SC-3.1, SD-5.3). Items and points that the policy leaves
 * open follow the year's plan, which is the matter's document. The fund's place assesses.
 */
export async function assessPool(
  services: YearServices,
  scope: Scope,
  asked: Assessed,
  given: readonly AssessedItem[],
  now: string,
): Promise<Decision<Scores>> {
  const placeOf = await decidingPlaces(services.placeStore, scope);
  // A pool of no fund has nobody above it who would assess it.
  if (placeOf({ ...asked, place: '' }) !== asked.place) return refuse(refusals.unknownPool(asked.pool));
  const pack = await packToShow(services, asked.packId, now);
  if (!pack.allowed) return pack;
  const plan = planAssessment(pack.value);
  if (!plan.allowed) return plan;
  const items =
    plan.value === undefined
      ? itemsOfTheYear(given)
      : itemsOfThePolicy(plan.value, given, present(parseInsuranceYear(asked.year), 'the year of a matter'));
  if (!items.allowed) return items;
  return scoreItems(
    items.value,
    given.map(({ item, score, evidence }) => ({ indicator: item, score, evidence })),
  );
}

function itemsOfTheYear(given: readonly AssessedItem[]): Decision<readonly ScoredItem[]> {
  const faults: Refusal[] = [];
  const items = given.map(({ item, name, points = '' }) => {
    if (name === undefined) faults.push(refusals.assessedMemberMissing(item, 'name'));
    if (points === '') faults.push(refusals.assessedMemberMissing(item, 'points'));
    return { id: item, name: name ?? { zh: item, en: item }, points, cite: [] };
  });
  return allowUnless(faults, () => items);
}

function itemsOfThePolicy(
  plan: AssessmentPlan,
  given: readonly AssessedItem[],
  year: InsuranceYear,
): Decision<readonly ScoredItem[]> {
  const faults: Refusal[] = [];
  const items: ScoredItem[] = [];
  for (const { id, name } of plan.items) {
    const stated = pointsOf(plan, id, year);
    if (!stated.allowed) return stated;
    const own = given.find(({ item }) => item === id);
    const points = stated.value ?? own?.points;
    if (own?.name !== undefined) faults.push(refusals.assessedMemberNotWanted(id, 'name'));
    if (stated.value !== undefined && own?.points !== undefined)
      faults.push(refusals.assessedMemberNotWanted(id, 'points'));
    if (points === undefined) faults.push(refusals.assessedMemberMissing(id, 'points'));
    else items.push({ id, name, points, cite: plan.cite });
  }
  return allowUnless(faults, () => items);
}
