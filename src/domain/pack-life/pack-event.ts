import type { PlainDate } from '#kernel/plain-date';

export const PACK_EVENTS = [
  'submitted',
  'checked',
  'approved',
  'put_in_force',
  'superseded',
  'withdrawn',
] as const;

export type PackEventKind = (typeof PACK_EVENTS)[number];

/** Something that happened to a version of a place's pack. What was recorded is never changed. */
export interface PackEvent {
  readonly packId: string;
  /** The place of the event among those of its pack, from 1 without gaps. */
  readonly sequence: number;
  /** The hash of the version's artefact. */
  readonly packHash: string;
  readonly event: PackEventKind;
  /** Who did it, as `personName` writes a name. */
  readonly actor: string;
  /** Knowledge time: the instant from which it is known, ISO 8601 in UTC with milliseconds. */
  readonly at: string;
  /** Effective time: the first day on which the version holds (`put_in_force`) or no longer holds; else null. */
  readonly effectiveFrom: PlainDate | null;
  readonly note: string;
  /** The hash of the worked cases that held at a check; null for other events and for checks that kept none. */
  readonly casesHash: string | null;
}
