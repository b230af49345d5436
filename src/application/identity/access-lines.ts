import { coversPlace, type PlacePath } from '#domain/identity/place-path';
import type { HeldGrant } from '#domain/identity/account';

/** A place that a request touched, with the emergency access used to reach it. */
interface TouchedPlace {
  readonly place: PlacePath | null;
  readonly breakGlassId: string | null;
}

/**
 * Lists one log line per place a request touched. If the request names records, the places of those records, whether it was
 * admitted or refused. Otherwise the widest places of the grants it was made under, because it asked for all they show.
 * @param grants the grants that admit the request, lasting ones first, so that emergency access is named only where no other
 *   grant reaches the place
 * @param named the places of the records named; undefined where none is named, empty where the record named is unknown
 * @param home the caller's own place, logged where there is no other
 */
export function touchedPlaces(
  grants: readonly HeldGrant[],
  named: readonly PlacePath[] | undefined,
  home: PlacePath | null,
): readonly TouchedPlace[] {
  const breakGlassAt = (place: PlacePath): string | null =>
    grants.find((grant) => coversPlace(grant.place, place))?.breakGlass ?? null;
  const places = named ?? widestOf(grants.map(({ place }) => place));
  if (places.length > 0) return places.map((place) => ({ place, breakGlassId: breakGlassAt(place) }));
  return [{ place: home, breakGlassId: grants[0]?.breakGlass ?? null }];
}

function widestOf(places: readonly PlacePath[]): readonly PlacePath[] {
  const each = [...new Set(places)];
  return each.filter((place) => !each.some((other) => other !== place && coversPlace(other, place)));
}
