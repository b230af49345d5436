import type { FundMembership, PlaceStore, Pool } from '#application/ports/place-store';
import { unknownYear } from '#application/adjustment-year/refusals';
import type { YearServices } from '#application/adjustment-year/services';
import type { AdjustmentYear } from '#application/ports/adjustment-year-store';
import type { MemberDifference } from '#domain/adjustment-year/members';
import type { YearStep } from '#domain/adjustment-year/year-step';
import type { Scope } from '#domain/identity/account';
import type { Bilingual } from '#kernel/bilingual';
import { allow, refuse, type Decision } from '#kernel/decision';
import type { Pack } from '#rules/pack/pack';

/** The members of a fund at a year's end, ordered by place and id. */
export interface MemberPools {
  /** The pools of the year: members with books of its insurance type. */
  readonly pools: readonly Pool[];
  /**
   * Members without books of the type while others have them: they lack this insurance, or keep its books elsewhere.
   */
  readonly leftOut: readonly Pool[];
}

type Needs = Pick<YearServices, 'adjustmentYearStore' | 'placeStore'>;

/**
 * Lists the pools of a fund's year: members in the register at its end with books of the insurance type; all members
 * while none has such books.
 */
export async function memberPools(
  { adjustmentYearStore, placeStore }: Needs,
  scope: Scope,
  { fund, insuranceType, year }: Pick<AdjustmentYear, 'fund' | 'insuranceType' | 'year'>,
): Promise<MemberPools> {
  const members = await poolsOfFund(placeStore, scope, fund, year);
  const ids = members.map(({ id }) => id);
  const keepers = await adjustmentYearStore.within(scope, (office) => office.listKeepers(ids, insuranceType));
  if (keepers.length === 0) return { pools: members, leftOut: [] };
  const keepsBooks = ({ id }: Pool): boolean => keepers.includes(id);
  return { pools: members.filter(keepsBooks), leftOut: members.filter((pool) => !keepsBooks(pool)) };
}

async function poolsOfFund(
  store: PlaceStore,
  scope: Scope,
  fund: string,
  year: number,
): Promise<readonly Pool[]> {
  const [pools, memberships] = [await store.listPools(scope), await store.listMemberships(scope)];
  return pools.filter(({ id, kind }) => kind === 'pool' && fundAt(memberships, id, year) === fund);
}

/** Names pools as the policy lists them, otherwise as in the register, otherwise by id. */
export function poolNames({ raw }: Pack, members: readonly Pool[]): (id: string) => Bilingual {
  return (id) => [...raw.pools, ...members].find((pool) => pool.id === id)?.name ?? { zh: id, en: id };
}

/** Finds the fund of a pool at the end of a year; undefined where it belongs to none. */
export function fundAt(
  memberships: readonly FundMembership[],
  pool: string,
  year: number,
): string | undefined {
  const [latest] = memberships
    .filter((one) => one.pool === pool && one.since <= `${year}-12-31`)
    .toSorted((a, b) => (a.since < b.since ? 1 : -1));
  return latest?.fund;
}

/**
 * Opens a visible year and the pools of its fund. Called before a transaction begins: waiting within one for another
 * connection could last forever, once every connection does the same.
 */
export async function yearWithPools(
  services: Needs,
  scope: Scope,
  id: string,
): Promise<Decision<MemberPools & { readonly year: AdjustmentYear }>> {
  const year = await services.adjustmentYearStore.within(scope, (office) => office.findYear(id));
  if (year === undefined) return refuse(unknownYear(id));
  return allow({ year, ...(await memberPools(services, scope, year)) });
}

/** Reads the member differences kept at the opening; undefined for years recorded before this check. */
export function openingMembers([opening]: readonly YearStep[]): MemberDifference | undefined {
  if (opening === undefined) return undefined;
  return (JSON.parse(opening.content) as { readonly members?: MemberDifference }).members;
}
