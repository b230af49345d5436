import { getPool } from '#application/place/get-pool';
import type { PlaceServices } from '#application/place/record-register';
import type { FundMembership, Pool } from '#application/ports/place-store';
import type { Scope } from '#domain/identity/account';
import { poolingPeriods, type PoolingPeriod } from '#domain/place/pooling-periods';
import { allow, type Decision } from '#kernel/decision';

export interface PoolHistory {
  readonly pool: Pool;
  /** Which places it pooled, from when and until when. */
  readonly pooled: readonly PoolingPeriod[];
  /** Which pools its own place has belonged to: a county's pool that merged shows the city's here. */
  readonly ofPlace: readonly PoolingPeriod[];
  readonly memberships: readonly FundMembership[];
}

/** What a pool pooled since when, so that money from before knows where it came from (SC-2.2-g, JH-4.7-e). */
export async function readPoolHistory(
  services: PlaceServices,
  scope: Scope,
  id: string,
): Promise<Decision<PoolHistory>> {
  const pool = await getPool(services, scope, id, id);
  if (!pool.allowed) return pool;
  const periods = poolingPeriods(await services.placeStore.listPoolings(scope));
  const memberships = await services.placeStore.listMemberships(scope);
  return allow({
    pool: pool.value,
    pooled: periods.filter((period) => period.pool === id),
    ofPlace: periods.filter(({ place }) => place === pool.value.place),
    memberships: memberships.filter((one) => one.pool === id || one.fund === id),
  });
}
