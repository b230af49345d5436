import type { PackEvent, PackEventKind } from '#domain/pack-life/pack-event';
import {
  findLast,
  findVersion,
  firstDay,
  type PackLife,
  type PackState,
  type PackVersion,
} from '#domain/pack-life/pack-life';
import { isSamePerson, personName } from '#domain/pack-life/person';
import * as no from '#domain/pack-life/refusals';
import { allow, refuse, type Decision, type Refusal } from '#kernel/decision';
import type { PlainDate } from '#kernel/plain-date';

/** What every command states: which version, who, when, and why. */
interface CommandHead {
  readonly packHash: string;
  /** The person's name as stated. */
  readonly by: string;
  /** The instant of the command, ISO 8601 in UTC with milliseconds. */
  readonly now: string;
  readonly note: string;
}

export type PackCommand =
  | (CommandHead & { readonly kind: 'submit' | 'approve' })
  /** `failedCases`: ids of the worked cases that do not hold for this content; `casesHash`: the hash of all of them. */
  | (CommandHead & {
      readonly kind: 'check';
      readonly failedCases: readonly string[];
      readonly casesHash: string;
    })
  /** `draftParts`: what of the version is still a draft; `casesHash`: of the cases now at hand, null for none. */
  | (CommandHead & {
      readonly kind: 'put_in_force';
      readonly from: PlainDate;
      readonly draftParts: readonly string[];
      readonly casesHash: string | null;
    })
  /** `from`: first day no longer in force, for a version in force; null for any other. */
  | (CommandHead & { readonly kind: 'withdraw'; readonly from: PlainDate | null });

type Outcome = Decision<readonly PackEvent[]>;

/**
 * What a command does to a pack's life: the events to record, or why not. Who approves has neither submitted
 * nor checked the version; a draft never goes in force, nor a version whose worked cases are others than those
 * checked; on each day at most one version is in force.
 */
export function decidePackLife(life: PackLife, command: PackCommand): Outcome {
  if (personName(command.by) === '') return refuse(no.noName());
  if (life.latest !== undefined && command.now < life.latest.at) {
    return refuse(no.earlierThanKnown(command.now, life.latest.at));
  }
  const version = findVersion(life, command.packHash);
  if (command.kind === 'submit') {
    if (version !== undefined) return refuse(no.alreadySubmitted(command.packHash));
    return allow([eventOf(life, command, 'submitted')]);
  }
  if (version === undefined) return refuse(no.notSubmitted(command.packHash));
  const needed = NEEDED[command.kind];
  if (!needed.includes(version.state)) return refuse(no.wrongState(version, needed));
  switch (command.kind) {
    case 'check':
      if (command.failedCases.length > 0) return refuse(no.casesFailed(version.hash, command.failedCases));
      return allow([{ ...eventOf(life, command, 'checked'), casesHash: command.casesHash }]);
    case 'approve': {
      const same = samePerson(version, command.by);
      return same === undefined ? allow([eventOf(life, command, 'approved')]) : refuse(same);
    }
    case 'put_in_force':
      return putInForce(life, version, command);
    case 'withdraw':
      return withdraw(life, version, command);
  }
}

/** The commands that a version's state allows, in the order of its life; other rules may still refuse them. */
export function nextCommands(state: PackState): readonly LaterCommand[] {
  const kinds: readonly LaterCommand[] = ['check', 'approve', 'put_in_force', 'withdraw'];
  return kinds.filter((kind) => NEEDED[kind].includes(state));
}

/** What may be done to a version once it is submitted. */
export type LaterCommand = Exclude<PackCommand['kind'], 'submit'>;

/** The states from which each command leads on. */
const NEEDED: Readonly<Record<LaterCommand, readonly PackState[]>> = {
  check: ['draft'],
  approve: ['checked'],
  put_in_force: ['approved'],
  withdraw: ['draft', 'checked', 'approved', 'in_force'],
};

function samePerson({ hash, events }: PackVersion, by: string): Refusal | undefined {
  const own = events.find(
    ({ event, actor }) => (event === 'submitted' || event === 'checked') && isSamePerson(actor, by),
  );
  return own === undefined ? undefined : no.samePerson(hash, own);
}

function putInForce(
  life: PackLife,
  { events }: PackVersion,
  command: PackCommand & { readonly kind: 'put_in_force' },
): Outcome {
  const { packHash, from, casesHash } = command;
  const checked = events.find(({ event }) => event === 'checked')?.casesHash ?? null;
  if (checked !== null && checked !== casesHash) return refuse(no.casesChanged(packHash, checked, casesHash));
  if (command.draftParts.length > 0) return refuse(no.draftNeverInForce(packHash, command.draftParts));
  const start = eventOf(life, command, 'put_in_force', from);
  const last = findLast(life);
  if (last === undefined) return allow([start]);
  if (from <= firstDay(last)) return refuse(no.notAfterLast(from, last.hash, firstDay(last)));
  if (last.until === undefined) {
    const end = { ...eventOf(life, command, 'superseded', from), packHash: last.hash };
    return allow([start, { ...end, sequence: start.sequence + 1 }]);
  }
  return from < last.until ? refuse(no.stillInForce(from, last.hash, last.until)) : allow([start]);
}

function withdraw(
  life: PackLife,
  version: PackVersion,
  command: PackCommand & { readonly kind: 'withdraw' },
): Outcome {
  const { from } = command;
  if (version.state !== 'in_force') {
    return from === null
      ? allow([eventOf(life, command, 'withdrawn')])
      : refuse(no.dateNotWanted(version.hash));
  }
  if (from === null) return refuse(no.dateMissing(version.hash));
  const start = firstDay(version);
  return from < start
    ? refuse(no.endsBeforeStart(version.hash, from, start))
    : allow([eventOf(life, command, 'withdrawn', from)]);
}

function eventOf(
  { packId, latest }: PackLife,
  { packHash, by, now, note }: PackCommand,
  event: PackEventKind,
  effectiveFrom: PlainDate | null = null,
): PackEvent {
  const sequence = (latest?.sequence ?? 0) + 1;
  const actor = personName(by);
  return { packId, sequence, packHash, event, actor, at: now, effectiveFrom, note, casesHash: null };
}
