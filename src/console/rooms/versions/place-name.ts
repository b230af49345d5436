import type { PlaceVersions } from '#console/api/version-queries.ts';
import { useLanguage } from '#console/i18n/language.ts';

/** A place's name, or its id where the files that tell the name are gone. */
export function usePlaceName(): (place: PlaceVersions) => string {
  const { pick } = useLanguage();
  return ({ packId, present }) => (present === undefined ? packId : pick(present.name));
}
