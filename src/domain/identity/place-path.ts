/**
 * A place as the path of ids it lies in, the province first: `yunhai/linjiang/dongshan`. The path of a place below
 * begins with it, so that a grant covers it without a look-up.
 */
export type PlacePath = string;

/** The level for each depth of a path, from province to village. */
export const PLACE_LEVELS = ['province', 'city', 'county', 'township', 'village'] as const;

export type PlaceLevel = (typeof PLACE_LEVELS)[number];

/** One to five ids of lower-case letters, digits and hyphens; the database checks the same pattern. */
const PATH = /^[a-z0-9][a-z0-9-]*(\/[a-z0-9][a-z0-9-]*){0,4}$/;

export function isPlacePath(text: string): boolean {
  return PATH.test(text);
}

/** Finds the level of a well-formed path; undefined for any other text. */
export function findPlaceLevel(path: PlacePath): PlaceLevel | undefined {
  return isPlacePath(path) ? PLACE_LEVELS[path.split('/').length - 1] : undefined;
}

/** Whether `place` is `above` or lies anywhere below it. */
export function coversPlace(above: PlacePath, place: PlacePath): boolean {
  return place === above || place.startsWith(`${above}/`);
}
