import type { FundMembership, PlaceStore, Pool } from '#application/ports/place-store';
import { unknownYear } from '#application/adjustment-year/refusals';
import type { YearServices } from '#application/adjustment-year/services';
import type { AdjustmentYear } from '#application/ports/adjustment-year-store';
import type { Scope } from '#domain/identity/account';
import { allow, refuse, type Decision } from '#kernel/decision';

/** The pools that belong to a fund at the end of a year, as the register has it; by place and id. */
export async function poolsOfFund(
  store: PlaceStore,
  scope: Scope,
  fund: string,
  year: number,
): Promise<readonly Pool[]> {
  const [pools, memberships] = [await store.listPools(scope), await store.listMemberships(scope)];
  return pools.filter(({ id, kind }) => kind === 'pool' && fundAt(memberships, id, year) === fund);
}

/** The fund that a pool belongs to at the end of a year; undefined where it belongs to none. */
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
 * A year in sight and the pools of its fund. Asked for before a transaction is begun: one that waited inside of it for
 * another connection could wait for ever, once every connection does the same.
 */
export async function yearWithPools(
  { adjustmentYearStore, placeStore }: Pick<YearServices, 'adjustmentYearStore' | 'placeStore'>,
  scope: Scope,
  id: string,
): Promise<Decision<{ readonly year: AdjustmentYear; readonly pools: readonly Pool[] }>> {
  const year = await adjustmentYearStore.within(scope, (office) => office.findYear(id));
  if (year === undefined) return refuse(unknownYear(id));
  return allow({ year, pools: await poolsOfFund(placeStore, scope, year.fund, year.year) });
}
