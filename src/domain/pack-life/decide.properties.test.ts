import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decidePackLife, type PackCommand } from '#domain/pack-life/decide';
import type { PackEvent } from '#domain/pack-life/pack-event';
import {
  findInForce,
  foldPackLife,
  isInForce,
  lifeKnownAt,
  type PackVersion,
} from '#domain/pack-life/pack-life';
import { isSamePerson } from '#domain/pack-life/person';
import { nextDay, plainDate, type PlainDate } from '#kernel/plain-date';

const PACK = 'yunhai';
const PEOPLE = ['Ann', 'ann ', 'Bo', 'Cy'];
const VERSIONS = ['v1', 'v2', 'v3', 'v4'];
/** Whether a version is a draft is a fact of its content. */
const DRAFT = 'v4';

const CASES = 'd4'.repeat(32);
const days = Array.from({ length: 6 }, (_, index) => plainDate(2024, 1, index + 1));
const head = {
  packHash: fc.constantFrom(...VERSIONS),
  by: fc.constantFrom(...PEOPLE),
  note: fc.constant(''),
  step: fc.integer({ min: 0, max: 2 }),
};
const date = fc.constantFrom(...days);
const anyCommand = fc.oneof(
  fc.record({ ...head, kind: fc.constantFrom('submit' as const, 'approve' as const) }),
  fc.record({
    ...head,
    kind: fc.constant('check' as const),
    failedCases: fc.constantFrom([], [], [], ['a case']),
    casesHash: fc.constant(CASES),
  }),
  fc.record({
    ...head,
    kind: fc.constant('put_in_force' as const),
    from: date,
    casesHash: fc.constantFrom(CASES, CASES, CASES, null),
  }),
  fc.record({ ...head, kind: fc.constant('withdraw' as const), from: fc.option(date) }),
);
/** Mostly the way to in force, since random commands rarely find it; anything may come between. */
const way = fc.tuple(head.packHash, head.by, head.by, head.by, date).map(([packHash, a, b, c, from]) => [
  { packHash, by: a, note: '', step: 1, kind: 'submit' as const },
  { packHash, by: b, note: '', step: 0, kind: 'check' as const, failedCases: [], casesHash: CASES },
  { packHash, by: c, note: '', step: 1, kind: 'approve' as const },
  { packHash, by: a, note: '', step: 1, kind: 'put_in_force' as const, from, casesHash: CASES },
]);
const sequences = fc
  .array(
    fc.oneof(
      way,
      anyCommand.map((command) => [command]),
    ),
    { minLength: 1, maxLength: 14 },
  )
  .map((parts) => parts.flat());

/** All events that a sequence of commands leads to; refused commands leave none. */
function eventsOf(
  commands: readonly (typeof sequences extends fc.Arbitrary<infer Each> ? Each : never)[number][],
): readonly PackEvent[] {
  let clock = 0;
  let events: readonly PackEvent[] = [];
  for (const { step, ...command } of commands) {
    clock += step;
    const now = `2026-01-01T00:${Math.floor(clock / 60)
      .toString()
      .padStart(2, '0')}:${(clock % 60).toString().padStart(2, '0')}.000Z`;
    const draftParts = command.packHash === DRAFT ? ['a draft'] : [];
    const decision = decidePackLife(foldPackLife(PACK, events), {
      ...command,
      now,
      draftParts,
    } as PackCommand);
    if (decision.allowed) events = [...events, ...decision.value];
  }
  return events;
}

/** Every life that anybody could have known on the way. */
function livesOf(events: readonly PackEvent[]): readonly (readonly PackVersion[])[] {
  return [
    ...events.map(({ at }) => lifeKnownAt(PACK, events, at).versions),
    foldPackLife(PACK, events).versions,
  ];
}

/** Reckoned without states and supersessions: starts, and what was withdrawn from which day. */
function expectedInForce(events: readonly PackEvent[], on: PlainDate): string | undefined {
  const ends = new Map(
    events.filter(({ event }) => event === 'withdrawn').map((each) => [each.packHash, each.effectiveFrom]),
  );
  const last = events
    .filter(
      ({ event, effectiveFrom }) => event === 'put_in_force' && effectiveFrom !== null && effectiveFrom <= on,
    )
    .filter(({ packHash, effectiveFrom }) => ends.get(packHash) !== effectiveFrom)
    .toSorted((a, b) => ((a.effectiveFrom ?? '') < (b.effectiveFrom ?? '') ? -1 : 1))
    .at(-1)?.packHash;
  const end = last === undefined ? undefined : ends.get(last);
  return typeof end === 'string' && end <= on ? undefined : last;
}

describe('whatever is commanded in whatever order', () => {
  const check = (property: (events: readonly PackEvent[]) => void): void => {
    fc.assert(
      fc.property(sequences, (commands) => property(eventsOf(commands))),
      { numRuns: 600 },
    );
  };

  it('nothing goes in force unless another person than those who submitted and checked it approved it', () => {
    check((events) => {
      for (const { packHash } of events.filter(({ event }) => event === 'put_in_force')) {
        const actor = (kind: PackEvent['event']): string =>
          events.find((each) => each.packHash === packHash && each.event === kind)?.actor ?? '';
        expect([actor('submitted'), actor('checked'), actor('approved')]).not.toContain('');
        expect(isSamePerson(actor('approved'), actor('checked'))).toBe(false);
        expect(isSamePerson(actor('approved'), actor('submitted'))).toBe(false);
      }
    });
  });

  it('R-7: no draft goes in force', () => {
    check((events) => {
      const started = events.filter(({ event }) => event === 'put_in_force').map(({ packHash }) => packHash);
      expect(started).not.toContain(DRAFT);
    });
  });

  it('on each day at most one version is in force, as anybody could have known it at any time', () => {
    check((events) => {
      for (const versions of livesOf(events)) {
        for (const each of [...days, nextDay(days.at(-1) as PlainDate)]) {
          expect(versions.filter((version) => isInForce(version, each)).length).toBeLessThanOrEqual(1);
        }
      }
    });
  });

  it('the version in force is the one that was put in force last of those that started, if it has not ended', () => {
    check((events) => {
      const life = foldPackLife(PACK, events);
      for (const each of [...days, nextDay(days.at(-1) as PlainDate)]) {
        expect(findInForce(life, each)?.hash).toBe(expectedInForce(events, each));
      }
    });
  });

  it('every event but a supersession happens once to a version, in the order of the states', () => {
    const order = ['submitted', 'checked', 'approved', 'put_in_force', 'withdrawn'];
    check((events) => {
      expect(events.map(({ sequence }) => sequence)).toEqual(events.map((_, index) => index + 1));
      for (const hash of VERSIONS) {
        const own = events.filter(({ packHash, event }) => packHash === hash && event !== 'superseded');
        const places = own.map(({ event }) => order.indexOf(event));
        expect(places).toEqual([...new Set(places)].toSorted((a, b) => a - b));
        expect(places.slice(0, -1)).toEqual(places.slice(0, -1).map((_, index) => index));
      }
    });
  });

  it('the commands are varied enough: versions do go in force, supersede and are withdrawn', () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(sequences, (commands) => {
        for (const { event } of eventsOf(commands)) seen.add(event);
      }),
      { numRuns: 300 },
    );
    expect([...seen].toSorted()).toEqual([
      'approved',
      'checked',
      'put_in_force',
      'submitted',
      'superseded',
      'withdrawn',
    ]);
  });
});
