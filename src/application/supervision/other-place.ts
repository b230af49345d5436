import { asFundSees } from '#application/adjustment-year/pool-shares';
import { fundAt } from '#application/adjustment-year/year-pools';
import type { PlaceStore } from '#application/ports/place-store';
import type { Scope } from '#domain/identity/account';
import { coversPlace } from '#domain/identity/place-path';
import { supervisionRefusal } from '#domain/supervision/refusals';
import { OUTSIDE_FUND, type AskedCase } from '#domain/supervision/supervision-case';
import { allow, refuse, type Decision } from '#kernel/decision';

/**
 * Finds the place of the other pool of an off-site case: one of the same adjustment fund at the end of the year, given by
 * its id, its place or a place below, so that what is recovered finds its place of insurance (JX-2.2.4). A pool of no fund
 * may name any other pool of the register; a place outside of the fund is given as `OUTSIDE_FUND`.
 */
export async function otherPlace(
  placeStore: PlaceStore,
  scope: Scope,
  { pool, place, year, offSite }: Pick<AskedCase, 'pool' | 'place' | 'year' | 'offSite'>,
): Promise<Decision<string | null>> {
  if (offSite === null || offSite === OUTSIDE_FUND) return allow(offSite);
  const all = asFundSees(scope);
  const memberships = await placeStore.listMemberships(all);
  const isPlace = (await placeStore.listPlaces(all)).some(({ path }) => path === offSite);
  const fund = fundAt(memberships, pool, year);
  const [other] = (await placeStore.listPools(all))
    .filter((one) => one.kind === 'pool' && one.place !== place)
    .filter(({ id }) => fund === undefined || fundAt(memberships, id, year) === fund)
    .filter((one) => one.id === offSite || (isPlace && coversPlace(one.place, offSite)))
    .toSorted((a, b) => b.place.length - a.place.length);
  return other === undefined
    ? refuse(supervisionRefusal('other_place_unknown', 'offSite'))
    : allow(other.place);
}
