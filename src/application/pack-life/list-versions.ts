import type { PackLifeStore } from '#application/ports/pack-life-store';
import type { PackEvent } from '#domain/pack-life/pack-event';
import { isInForce, lifeKnownAt, type PackState } from '#domain/pack-life/pack-life';
import { compareCodePoints } from '#kernel/code-points';
import type { PlainDate } from '#kernel/plain-date';

/** Known by then is all that is recorded. */
export const LAST_INSTANT = '9999-12-31T23:59:59.999Z';

/** A version of a pack as lists show it. */
export interface VersionLine {
  readonly packId: string;
  readonly hash: string;
  readonly state: PackState;
  /** First day in force, and first day no longer in force. */
  readonly from?: PlainDate;
  readonly until?: PlainDate;
  /** The version that superseded it. */
  readonly supersededBy?: string;
  readonly isInForce: boolean;
  readonly events: readonly PackEvent[];
}

/** Every submitted version with its state and who brought it there when, as known at an instant. */
export async function listVersions(
  store: Pick<PackLifeStore, 'listEvents'>,
  on: PlainDate,
  knownOn: string,
): Promise<readonly VersionLine[]> {
  const events = await store.listEvents();
  const packs = [...new Set(events.map(({ packId }) => packId))].toSorted(compareCodePoints);
  return packs.flatMap((packId) => {
    const own = events.filter((event) => event.packId === packId);
    return lifeKnownAt(packId, own, knownOn).versions.map((version): VersionLine => ({
      packId,
      hash: version.hash,
      state: version.state,
      ...(version.from === undefined ? {} : { from: version.from }),
      ...(version.until === undefined ? {} : { until: version.until }),
      ...(version.supersededBy === undefined ? {} : { supersededBy: version.supersededBy }),
      isInForce: isInForce(version, on),
      events: version.events,
    }));
  });
}
