import { useQuery } from '@tanstack/react-query';
import { packsQuery } from '#console/api/queries.ts';
import { versionsQuery } from '#console/api/version-queries.ts';

/** The pack that every province's pack rests on. */
const NATIONAL = 'national';

/** Which pack a version belongs to, and which pack a place works by. */
export function usePacks(): {
  /** The id of the pack of this version, where it is known here. */
  readonly ofHash: (hash: string) => string | undefined;
  /** The pack of the nearest place at or above, else the national one. */
  readonly ofPlace: (place: string) => string;
  /** The pack to post by: that of the place once it is in force, else the national one. A draft moves no money. */
  readonly postingOf: (place: string) => string;
  readonly ids: readonly string[];
} {
  const packs = useQuery(packsQuery).data?.packs ?? [];
  const versions = useQuery(versionsQuery).data?.places ?? [];
  const ids = packs.map(({ id }) => id);
  return {
    ids,
    ofHash: (hash) =>
      packs.find((pack) => pack.hash === hash)?.id ??
      versions.find((place) => place.versions.some((version) => version.hash === hash))?.packId,
    ofPlace: (place) => nearest(packs, place),
    postingOf: (place) =>
      nearest(
        packs.filter(({ status }) => status === 'in_force'),
        place,
      ),
  };
}

/** The pack of the nearest place at or above; the national one where there is none. */
function nearest(
  packs: readonly { readonly id: string; readonly places: readonly string[] }[],
  place: string,
): string {
  const above = packs.flatMap(({ id, places }) =>
    places
      .filter((one) => place === one || place.startsWith(`${one}/`))
      .map((one) => ({ id, depth: one.length })),
  );
  return above.toSorted((a, b) => b.depth - a.depth)[0]?.id ?? NATIONAL;
}
