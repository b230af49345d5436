import type { PlaceServices } from '#application/place/record-register';
import type { Place } from '#application/ports/place-store';
import type { Scope } from '#domain/identity/account';
import { findPlaceLevel, type PlaceLevel } from '#domain/identity/place-path';
import { present } from '#kernel/assert';

/** The places of the scope, each with what the depth of its path means. */
export async function readPlaces(
  { placeStore }: PlaceServices,
  scope: Scope,
): Promise<readonly (Place & { readonly level: PlaceLevel })[]> {
  const places = await placeStore.listPlaces(scope);
  return places.map((place) => ({ ...place, level: present(findPlaceLevel(place.path), 'a level') }));
}
