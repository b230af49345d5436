import { chinaDateOf } from '#application/pack-life/china-time';
import * as refusals from '#application/adjustment-year/refusals';
import type { YearServices } from '#application/adjustment-year/services';
import { recordedStep } from '#application/adjustment-year/recorded-step';
import { withinYears } from '#application/adjustment-year/within-years';
import { packToShow, stageClause } from '#application/adjustment-year/year-pack';
import { poolsOfFund } from '#application/adjustment-year/year-pools';
import { planAdjustment } from '#domain/adjustment/plan';
import type { InsuranceType } from '#domain/fund/ledger-command';
import type { Scope } from '#domain/identity/account';
import { coversPlace } from '#domain/identity/place-path';
import { present } from '#kernel/assert';
import { allow, refuse, type Decision } from '#kernel/decision';

export interface WantedYear {
  /** The fund's place. */
  readonly place: string;
  readonly fund: string;
  readonly insuranceType: InsuranceType;
  readonly year: number;
  readonly packId: string;
}

/**
 * Opens the adjustment of a fund's year, by the pack of the fund's place or of a place above it: no other place's policy
 * binds it. Refused with its clause before the rule holds or the year begins (AH-2).
 */
export async function openYear(
  services: YearServices,
  scope: Scope,
  wanted: WantedYear,
  now: string,
): Promise<Decision<{ readonly id: string }>> {
  const { placeStore, adjustmentYearStore, hash } = services;
  const { fund, place, insuranceType, year, packId } = wanted;
  const found = await placeStore.findPool(scope, fund);
  if (found?.kind !== 'fund' || found.place !== place) return refuse(refusals.unknownPool(fund));
  const pack = await packToShow(services, packId, now);
  if (!pack.allowed) return pack;
  if (!coversPlace(pack.value.raw.id, place)) return refuse(refusals.packOfOtherPlace(packId, place));
  const plan = planAdjustment(pack.value);
  if (!plan.allowed) return plan;
  const clause = stageClause(plan.value);
  const firstYear = plan.value.firstYear.get(insuranceType);
  if (firstYear === undefined || year < firstYear) return refuse(refusals.beforeFirstYear(firstYear, clause));
  if (chinaDateOf(now) < `${year}-01-01`) return refuse(refusals.yearNotBegun(year, clause));
  if ((await poolsOfFund(placeStore, scope, fund, year)).length === 0) return refuse(refusals.noPools(fund));
  return withinYears(adjustmentYearStore, scope, async (office) => {
    const row = { place, fund, insuranceType, year, packId, openedBy: scope.userId, openedAt: now };
    const id = await office.openYear(row);
    if (id === undefined) return refuse(refusals.yearOpened());
    const at = { sequence: 1, version: 1, of: null, makers: null };
    const step = recordedStep(hash, 'opened', at, { by: scope.userId, now, note: '' }, {});
    await office.recordStep(present(await office.findYear(id), 'the year as it was just opened'), step);
    return allow({ id });
  });
}
