import { whyForeign } from '#application/packs/check-binding';
import { chinaDateOf } from '#application/time/china-time';
import * as refusals from '#application/adjustment-year/refusals';
import type { YearServices } from '#application/adjustment-year/services';
import { recordedStep } from '#application/adjustment-year/recorded-step';
import { packToShow, stageClause } from '#application/adjustment-year/year-pack';
import { memberPools, poolNames } from '#application/adjustment-year/year-pools';
import { membersDiffer } from '#application/adjustment-year/opening-refusals';
import { decideWithin } from '#application/transaction/decide-within';
import { memberDifference } from '#domain/adjustment-year/members';
import { planAdjustment } from '#domain/adjustment/plan';
import type { Scope } from '#domain/identity/account';
import { present } from '#kernel/assert';
import { allow, refuse, type Decision } from '#kernel/decision';
import type { InsuranceType } from '#kernel/insurance-type';

export interface WantedYear {
  /** The fund's place. */
  readonly place: string;
  readonly fund: string;
  readonly insuranceType: InsuranceType;
  readonly year: number;
  readonly packId: string;
  /**
   * The reason why the fund's members differ from the policy's list; required where they do, and kept with the year.
   */
  readonly membersNote?: string | undefined;
}

/**
 * Opens the adjustment of a fund's year, by the pack of the fund's place or of a place above it; no other policy binds
 * it. Refused, with its clause, before the rule is in force or the year begins (AH-2). Refused without a reason where
 * the fund's members at the year's end differ from the pools that the policy lists for the insurance type, or a listed
 * pool has no books of it.
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
  const foreign = whyForeign(pack.value, [place]);
  if (foreign !== undefined) return refuse(foreign);
  const plan = planAdjustment(pack.value);
  if (!plan.allowed) return plan;
  const clause = stageClause(plan.value);
  const firstYear = plan.value.firstYear.get(insuranceType);
  if (firstYear === undefined || year < firstYear) return refuse(refusals.beforeFirstYear(firstYear, clause));
  if (chinaDateOf(now) < `${year}-01-01`) return refuse(refusals.yearNotBegun(year, clause));
  const { pools, leftOut } = await memberPools(services, scope, wanted);
  if (pools.length === 0) return refuse(refusals.noPools(fund));
  const ids = { pools: pools.map(({ id }) => id), leftOut: leftOut.map(({ id }) => id) };
  const difference = memberDifference(pack.value.raw.pools, ids, wanted);
  const membersNote = difference === undefined ? '' : (wanted.membersNote ?? '').trim();
  if (difference !== undefined && membersNote === '')
    return refuse(membersDiffer(difference, poolNames(pack.value, [...pools, ...leftOut]), clause));
  return decideWithin(adjustmentYearStore, scope, async (office) => {
    const row = { place, fund, insuranceType, year, packId, openedBy: scope.userId, openedAt: now };
    const id = await office.openYear(row);
    if (id === undefined) return refuse(refusals.yearOpened());
    const at = { sequence: 1, version: 1, of: null, makers: null };
    const step = recordedStep(
      hash,
      'opened',
      at,
      { by: scope.userId, now, note: membersNote },
      {
        ...(difference === undefined ? {} : { members: difference }),
      },
    );
    await office.recordStep(present(await office.findYear(id), 'the year as it was just opened'), step);
    return allow({ id });
  });
}
