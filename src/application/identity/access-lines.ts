import { coversPlace, type PlacePath } from '#domain/identity/place-path';
import type { HeldGrant } from '#domain/identity/account';

/** A place that a request touched, with the emergency access by which it was reached. */
interface TouchedPlace {
  readonly place: PlacePath | null;
  readonly breakGlassId: string | null;
}

/**
 * A line of the log for each place that a request touched: for those it names, whether it was let in or turned away; where
 * it names none, for those of the grants by which it was made, the widest ones alone, because it asked for all they show.
 * @param grants those the request may be made by, the lasting ones first, so that emergency access is named only where
 *   nothing else reaches the place
 * @param named the places that it names; undefined where it names nothing, empty where nobody knows what it names
 * @param home where who calls belongs, told where there is nothing else to tell
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
