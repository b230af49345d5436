import { LAST_INSTANT, listVersions, type VersionLine } from '#application/pack-life/list-versions';
import { loadPackWithParents, type PackLoading } from '#application/packs/load-pack-with-parents';
import type { PackLifeStore } from '#application/ports/pack-life-store';
import { packHead, type PackHead } from '#application/views/pack-view';
import { nextCommands, type LaterCommand } from '#domain/pack-life/decide';
import { draftParts } from '#domain/pack-life/draft-parts';
import type { PackEvent } from '#domain/pack-life/pack-event';
import { compareCodePoints } from '#kernel/code-points';
import type { PlainDate } from '#kernel/plain-date';

/** A version as a place's list shows it: the event's pack and hash are told once, above it. */
export interface PlaceVersion extends Omit<VersionLine, 'packId' | 'events'> {
  /** What its state allows next; none in a view of what was known in the past. */
  readonly next: readonly LaterCommand[];
  readonly events: readonly Omit<PackEvent, 'packId' | 'packHash'>[];
}

/** A place's pack: its files as they are now, and every version that was submitted, the latest first. */
export interface PlaceVersions {
  readonly packId: string;
  /** Absent where the files are gone or faulty. `draftParts`: what keeps it from going in force. */
  readonly present?: PackHead & { readonly draftParts: readonly string[] };
  /** The hash of the version in force on the day. */
  readonly inForce?: string;
  readonly versions: readonly PlaceVersion[];
}

/** The day for which to tell what is in force, and the instant whose knowledge counts; null: all that is recorded. */
export interface VersionTimes {
  readonly on: PlainDate;
  readonly knownOn: string | null;
}

/** The versions of every place, in order of id: those with files, and those of which only versions are left. */
export async function listPlaceVersions(
  loading: PackLoading,
  store: Pick<PackLifeStore, 'listEvents'>,
  times: VersionTimes,
): Promise<readonly PlaceVersions[]> {
  const lines = await listVersions(store, times.on, times.knownOn ?? LAST_INSTANT);
  const ids = [...(await loading.source.listIds()), ...lines.map(({ packId }) => packId)];
  return Promise.all(
    [...new Set(ids)].toSorted(compareCodePoints).map((packId) => placeOf(loading, packId, lines, times)),
  );
}

/** The versions of one place. */
export async function findPlaceVersions(
  loading: PackLoading,
  store: Pick<PackLifeStore, 'listEvents'>,
  packId: string,
  times: VersionTimes,
): Promise<PlaceVersions> {
  const lines = await listVersions(store, times.on, times.knownOn ?? LAST_INSTANT);
  return placeOf(loading, packId, lines, times);
}

async function placeOf(
  loading: PackLoading,
  packId: string,
  lines: readonly VersionLine[],
  { knownOn }: VersionTimes,
): Promise<PlaceVersions> {
  const pack = await loadPackWithParents(loading, packId);
  const own = lines.filter((line) => line.packId === packId);
  const inForce = own.find((line) => line.isInForce);
  return {
    packId,
    ...(pack.allowed ? { present: { ...packHead(pack.value), draftParts: draftParts(pack.value) } } : {}),
    ...(inForce === undefined ? {} : { inForce: inForce.hash }),
    versions: own.map((line) => placeVersion(line, knownOn === null)).toReversed(),
  };
}

function placeVersion({ packId: _packId, ...line }: VersionLine, isPresent: boolean): PlaceVersion {
  return {
    ...line,
    next: isPresent ? nextCommands(line.state) : [],
    events: line.events.map(eventView),
  };
}

/** An event without what stands above it. */
export function eventView({ packId: _packId, packHash: _packHash, ...event }: PackEvent): EventView {
  return event;
}

export type EventView = PlaceVersion['events'][number];
