import type { Account } from '#console/api/session-queries.ts';
import type { NextStep, PlaceVersion, PlaceVersions } from '#console/api/version-queries.ts';
import { mayTake, offeredSteps, placesOf } from '#console/rooms/versions/steps.ts';

/** A version of a pack and the step that waits for somebody. */
export interface WaitingVersion {
  readonly place: PlaceVersions;
  readonly version: PlaceVersion;
  readonly step: Exclude<NextStep, 'withdraw'>;
}

/** The next step of each version that this person's roles take; an approval not by who submitted or checked. */
export function waitingVersions(
  account: Account,
  places: readonly PlaceVersions[],
): readonly WaitingVersion[] {
  return places.flatMap((place) =>
    place.versions.flatMap((version) =>
      offeredSteps(place, version)
        .filter((step) => step !== 'withdraw')
        .filter((step) => mayTake(account, placesOf(place), step, version.state))
        .filter((step) => step !== 'approve' || !hasActed(account, version))
        .map((step) => ({ place, version, step })),
    ),
  );
}

function hasActed({ login }: Account, { events }: PlaceVersion): boolean {
  // The login name ends each actor of a session and is nobody else's.
  return events.some(({ event, actor }) => APPROVABLE.includes(event) && actor.endsWith(`(${login})`));
}

const APPROVABLE: readonly string[] = ['submitted', 'checked'];
