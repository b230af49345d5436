import { NATIONAL_PACK } from '#application/packs/national-pack';
import { coversPlace } from '#domain/identity/place-path';
import type { Refusal } from '#kernel/decision';
import { draftInProduction } from '#rules/pack/draft-in-production';
import { packPlaces, packStatus, type Pack } from '#rules/pack/pack';

/** Why nothing is carried out by a pack at these places: a draft binds nobody, nor does the pack of another place. */
export function whyNotBinding(pack: Pack, places: readonly string[]): Refusal | undefined {
  return packStatus(pack) === 'draft' ? draftInProduction(pack) : whyForeign(pack, places);
}

/** Why a pack is none of these places' own, draft or not: it is neither theirs, nor of a place above, nor the national one. */
export function whyForeign(pack: Pack, places: readonly string[]): Refusal | undefined {
  const { id } = pack.raw;
  const isOwn = (place: string): boolean =>
    id === NATIONAL_PACK || packPlaces(pack).some((above) => coversPlace(above, place));
  const foreign = places.find((place) => !isOwn(place));
  return foreign === undefined ? undefined : packOfOtherPlace(id, foreign);
}

function packOfOtherPlace(pack: string, place: string): Refusal {
  return {
    code: 'pack_of_other_place',
    at: 'pack',
    what: {
      zh: `政策包 ${pack} 不是 ${place} 或其上级地区的`,
      en: `the pack ${pack} is not that of ${place}, nor of a place above it`,
    },
    next: {
      zh: '请选用本地区或上级地区的政策包',
      en: 'choose the pack of the place itself or of one above it',
    },
  };
}
