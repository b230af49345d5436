import { asFundSees } from '#application/adjustment-year/pool-shares';
import type { PlaceStore } from '#application/ports/place-store';
import type { YearServices } from '#application/adjustment-year/services';
import { fundAt } from '#application/adjustment-year/year-pools';
import type { Matter } from '#domain/adjustment-year/matter';
import type { Scope } from '#domain/identity/account';
import { coversPlace, type PlacePath } from '#domain/identity/place-path';

type OfPool = Pick<Matter, 'pool' | 'place' | 'year'>;

/** A matter with the place where it is decided. */
export type MatterView = Matter & { readonly decidingPlace: PlacePath };

/**
 * Finds where matters are decided: at the place of the fund that the pool belongs to at the end of the year, because it
 * answers for the consequences; a place never grants its own application (JX-2.3.2, JH-4.7-f). A pool of no fund
 * decides for itself.
 */
export async function decidingPlaces(
  placeStore: PlaceStore,
  scope: Scope,
): Promise<(matter: OfPool) => PlacePath> {
  const asFund = asFundSees(scope);
  const pools = new Map((await placeStore.listPools(asFund)).map((pool) => [pool.id, pool]));
  const memberships = await placeStore.listMemberships(asFund);
  return ({ pool, place, year }) => pools.get(fundAt(memberships, pool, year) ?? '')?.place ?? place;
}

/** Whether a checker's scope covers the place. */
export function reaches({ parts }: Scope, place: PlacePath): boolean {
  return parts.some((part) => coversPlace(part.place, place));
}

/** Lists the matters of a scope, each with the place where it is decided. */
export async function viewMatters(
  { placeStore, adjustmentYearStore }: Pick<YearServices, 'placeStore' | 'adjustmentYearStore'>,
  scope: Scope,
): Promise<readonly MatterView[]> {
  const placeOf = await decidingPlaces(placeStore, scope);
  const matters = await adjustmentYearStore.within(scope, (office) => office.listMatters());
  return matters.map((matter) => ({ ...matter, decidingPlace: placeOf(matter) }));
}
