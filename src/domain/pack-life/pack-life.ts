import type { PackEvent } from '#domain/pack-life/pack-event';
import { present } from '#kernel/assert';
import type { PlainDate } from '#kernel/plain-date';

/** draft → checked → approved → in force → superseded; withdrawn from any of the first four. */
export type PackState = 'draft' | 'checked' | 'approved' | 'in_force' | 'superseded' | 'withdrawn';

/** A version of a place's pack: its content's hash, how far it has come, and who brought it there when. */
export interface PackVersion {
  readonly hash: string;
  readonly state: PackState;
  /** All that happened to it, in order; the first is its submission. */
  readonly events: readonly PackEvent[];
  /** First day in force; absent until it is put in force. */
  readonly from?: PlainDate;
  /** First day on which it is no longer in force; the same as `from` for one that never took effect. */
  readonly until?: PlainDate;
  /** The version that superseded it. */
  readonly supersededBy?: string;
}

/** All versions of one place's pack, in the order in which they were submitted. */
export interface PackLife {
  readonly packId: string;
  readonly versions: readonly PackVersion[];
  readonly latest?: PackEvent;
}

/** Folds the events of one pack, in order of their sequence. */
export function foldPackLife(packId: string, events: readonly PackEvent[]): PackLife {
  return events.reduce<PackLife>(applyPackEvent, { packId, versions: [] });
}

/** The life as it was known at an instant: later events had not happened yet. */
export function lifeKnownAt(packId: string, events: readonly PackEvent[], instant: string): PackLife {
  return foldPackLife(
    packId,
    events.filter(({ at }) => at <= instant),
  );
}

function applyPackEvent(life: PackLife, event: PackEvent): PackLife {
  const known =
    event.event === 'submitted'
      ? [...life.versions, { hash: event.packHash, state: 'draft', events: [] } as const]
      : life.versions;
  const changed = known.map((version) =>
    version.hash === event.packHash ? applyToVersion(version, event, life) : version,
  );
  return { ...life, versions: revive(changed, event), latest: event };
}

export function findVersion(life: PackLife, hash: string): PackVersion | undefined {
  return life.versions.find((version) => version.hash === hash);
}

/** The version in force on a day; by the rules of `decidePackLife` there is at most one. */
export function findInForce(life: PackLife, date: PlainDate): PackVersion | undefined {
  return life.versions.find((version) => isInForce(version, date));
}

export function isInForce({ from, until }: PackVersion, date: PlainDate): boolean {
  return from !== undefined && from <= date && (until === undefined || date < until);
}

/** The version that was put in force from the latest day; one that never took effect does not count. */
export function findLast(life: PackLife): PackVersion | undefined {
  const [first, ...others] = life.versions.filter(tookEffect);
  if (first === undefined) return undefined;
  return others.reduce((last, version) => (firstDay(version) > firstDay(last) ? version : last), first);
}

/** Put in force and not withdrawn at its own start. */
function tookEffect({ from, until }: PackVersion): boolean {
  return from !== undefined && from !== until;
}

export function firstDay({ hash, from }: PackVersion): PlainDate {
  return present(from, `the first day in force of ${hash}`);
}

function applyToVersion(version: PackVersion, event: PackEvent, life: PackLife): PackVersion {
  const events = [...version.events, event];
  const day = event.effectiveFrom ?? undefined;
  switch (event.event) {
    case 'submitted':
      return { ...version, events };
    case 'checked':
      return { ...version, events, state: 'checked' };
    case 'approved':
      return { ...version, events, state: 'approved' };
    case 'put_in_force':
      return { ...version, events, state: 'in_force', from: present(day, 'the first day in force') };
    case 'superseded': {
      const until = present(day, 'the first day no longer in force');
      const by = life.versions.find((other) => other.state === 'in_force' && other.from === until);
      return {
        ...version,
        events,
        state: 'superseded',
        until,
        supersededBy: present(by, `what supersedes ${version.hash}`).hash,
      };
    }
    case 'withdrawn':
      return { ...version, events, state: 'withdrawn', ...(day === undefined ? {} : { until: day }) };
  }
}

/** A version withdrawn at its own start supersedes nothing: what it was to follow goes on. */
function revive(versions: readonly PackVersion[], { event, packHash }: PackEvent): readonly PackVersion[] {
  const cause = versions.find((version) => version.hash === packHash);
  if (event !== 'withdrawn' || cause === undefined || tookEffect(cause)) return versions;
  return versions.map((version) => {
    if (version.supersededBy !== packHash) return version;
    const { until: _until, supersededBy: _supersededBy, ...revived } = version;
    return { ...revived, state: 'in_force' };
  });
}
