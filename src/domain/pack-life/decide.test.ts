import { describe, expect, it } from 'vitest';
import { decidePackLife, type PackCommand } from '#domain/pack-life/decide';
import type { PackEvent } from '#domain/pack-life/pack-event';
import { findInForce, findVersion, foldPackLife, lifeKnownAt } from '#domain/pack-life/pack-life';
import { parsePlainDate, type PlainDate } from '#kernel/plain-date';

const V1 = 'a1'.repeat(32);
const V2 = 'b2'.repeat(32);
const V3 = 'c3'.repeat(32);
const CASES = 'd4'.repeat(32);

function day(text: string): PlainDate {
  const date = parsePlainDate(text);
  if (date === undefined) throw new Error(text);
  return date;
}

function instant(step: number): string {
  return `2026-01-01T00:00:${step.toString().padStart(2, '0')}.000Z`;
}

const submit = (packHash: string, by = '张三'): Step => ({ kind: 'submit', packHash, by });
const check = (packHash: string, by = '张三', failedCases: readonly string[] = []): Step => ({
  kind: 'check',
  packHash,
  by,
  failedCases,
  casesHash: CASES,
});
const approve = (packHash: string, by = '李四'): Step => ({ kind: 'approve', packHash, by });
const start = (
  packHash: string,
  from: string,
  draftParts: readonly string[] = [],
  casesHash: string | null = CASES,
): Step => ({
  kind: 'put_in_force',
  packHash,
  by: '李四',
  from: day(from),
  draftParts,
  casesHash,
});
const withdraw = (packHash: string, from?: string): Step => ({
  kind: 'withdraw',
  packHash,
  by: '李四',
  from: from === undefined ? null : day(from),
});
const approved = (packHash: string): readonly Step[] => [
  submit(packHash),
  check(packHash),
  approve(packHash),
];

type Step = PackCommand extends infer Each
  ? Each extends unknown
    ? Omit<Each, 'now' | 'note'>
    : never
  : never;

/** Runs commands one after another, a second apart; gives the events, or the code of the first refusal. */
function run(...steps: readonly Step[]): { readonly events: readonly PackEvent[]; readonly code?: string } {
  let events: readonly PackEvent[] = [];
  for (const [index, step] of steps.entries()) {
    const command = { ...step, now: instant(index), note: '' } as PackCommand;
    const decision = decidePackLife(foldPackLife('yunhai', events), command);
    if (!decision.allowed) return { events, code: decision.refusals.map(({ code }) => code).join() };
    events = [...events, ...decision.value];
  }
  return { events };
}

function inForce(events: readonly PackEvent[], date: string): string | undefined {
  return findInForce(foldPackLife('yunhai', events), day(date))?.hash;
}

describe('a version goes from draft to in force by two people', () => {
  it('each step is recorded with who, when known and from which day', () => {
    const { events } = run(...approved(V1), start(V1, '2024-01-01'));
    expect(
      events.map(({ sequence, event, actor, at, effectiveFrom }) => [
        sequence,
        event,
        actor,
        at,
        effectiveFrom,
      ]),
    ).toEqual([
      [1, 'submitted', '张三', instant(0), null],
      [2, 'checked', '张三', instant(1), null],
      [3, 'approved', '李四', instant(2), null],
      [4, 'put_in_force', '李四', instant(3), '2024-01-01'],
    ]);
    expect([inForce(events, '2023-12-31'), inForce(events, '2024-01-01')]).toEqual([undefined, V1]);
  });

  it('the check keeps the hash of the worked cases that held', () => {
    expect(run(...approved(V1)).events.map(({ casesHash }) => casesHash)).toEqual([null, CASES, null]);
  });

  it.each<[string, readonly Step[], string]>([
    [
      'by other worked cases than those checked it does not go in force',
      [...approved(V1), start(V1, '2024-01-01', [], 'e5'.repeat(32))],
      'cases_changed',
    ],
    [
      'without its worked cases at hand it does not go in force',
      [...approved(V1), start(V1, '2024-01-01', [], null)],
      'cases_changed',
    ],
    [
      'who submitted and checked it may not approve it',
      [submit(V1), check(V1), approve(V1, '张三')],
      'same_person',
    ],
    [
      'who submitted it may not approve it',
      [submit(V1), check(V1, '王五'), approve(V1, '张三')],
      'same_person',
    ],
    [
      'who checked it may not approve it',
      [submit(V1), check(V1, '王五'), approve(V1, '王五')],
      'same_person',
    ],
    [
      'a name in other letters is the same name',
      [submit(V1, 'Ann Li'), check(V1, '王五'), approve(V1, 'ａｎｎ\u200b  LI ')],
      'same_person',
    ],
    [
      'a Chinese name with a space is the same name',
      [submit(V1), check(V1), approve(V1, '张 三')],
      'same_person',
    ],
    ['nobody is named', [submit(V1, ' \u200b ')], 'name_missing'],
    [
      'R-7: a draft may be checked and approved, and never goes in force',
      [...approved(V1), start(V1, '2024-01-01', ['yh-2024-1'])],
      'draft_never_in_force',
    ],
    ['failing cases stop the check', [submit(V1), check(V1, '张三', ['east-is-topped-up'])], 'cases_failed'],
    ['what was not submitted cannot be checked', [check(V1)], 'not_submitted'],
    ['a version is submitted once', [submit(V1), submit(V1)], 'already_submitted'],
    ['no approval without a check', [submit(V1), approve(V1)], 'wrong_state'],
    ['no start without approval', [submit(V1), check(V1), start(V1, '2024-01-01')], 'wrong_state'],
    ['no second start', [...approved(V1), start(V1, '2024-01-01'), start(V1, '2025-01-01')], 'wrong_state'],
    ['what is withdrawn stays withdrawn', [submit(V1), withdraw(V1), check(V1)], 'wrong_state'],
    [
      'a withdrawal of what is not in force takes no day',
      [submit(V1), withdraw(V1, '2024-01-01')],
      'date_not_wanted',
    ],
    [
      'a withdrawal of what is in force needs a day',
      [...approved(V1), start(V1, '2024-01-01'), withdraw(V1)],
      'date_missing',
    ],
    [
      'nothing ends before it starts',
      [...approved(V1), start(V1, '2024-01-01'), withdraw(V1, '2023-12-31')],
      'ends_before_start',
    ],
  ])('%s', (_, steps, code) => {
    expect(run(...steps).code).toBe(code);
  });

  it('nothing is recorded before what is already known', () => {
    const { events } = run(submit(V1));
    const command: PackCommand = {
      kind: 'submit',
      packHash: V2,
      by: '张三',
      now: '2025-12-31T23:59:59.999Z',
      note: '',
    };
    const decision = decidePackLife(foldPackLife('yunhai', events), command);
    expect(decision.allowed || decision.refusals[0]?.code).toBe('earlier_than_known');
  });
});

describe('on each day one version is in force at most', () => {
  const two = [...approved(V1), start(V1, '2024-01-01'), ...approved(V2)];

  it('a new version supersedes the old from its first day', () => {
    const { events } = run(...two, start(V2, '2025-07-01'));
    expect(['2024-01-01', '2025-06-30', '2025-07-01'].map((date) => inForce(events, date))).toEqual([
      V1,
      V1,
      V2,
    ]);
    expect(
      events.slice(-2).map(({ packHash, event, effectiveFrom }) => [packHash, event, effectiveFrom]),
    ).toEqual([
      [V2, 'put_in_force', '2025-07-01'],
      [V1, 'superseded', '2025-07-01'],
    ]);
    expect(findVersion(foldPackLife('yunhai', events), V1)?.state).toBe('superseded');
  });

  it.each(['2023-12-31', '2024-01-01'])('%s: not on or before the first day of the one in force', (from) => {
    expect(run(...two, start(V2, from)).code).toBe('not_after_last');
  });

  it('what was known before a late version is still told (two times)', () => {
    const { events } = run(...two, start(V2, '2024-06-01'));
    const known = (at: string): string | undefined =>
      findInForce(lifeKnownAt('yunhai', events, at), day('2024-12-31'))?.hash;
    expect([known(instant(2)), known(instant(6)), known(instant(7))]).toEqual([undefined, V1, V2]);
  });

  it('a version withdrawn at its own start never took effect, and what it followed goes on', () => {
    const { events } = run(...two, start(V2, '2025-07-01'), withdraw(V2, '2025-07-01'));
    expect(inForce(events, '2026-01-01')).toBe(V1);
    const again = run(
      ...two,
      start(V2, '2025-07-01'),
      withdraw(V2, '2025-07-01'),
      ...approved(V3),
      start(V3, '2025-07-01'),
    );
    expect([inForce(again.events, '2025-06-30'), inForce(again.events, '2025-07-01')]).toEqual([V1, V3]);
  });

  it('so it does when the next one, starting on the same day, is undone as well', () => {
    const undone = [...two, start(V2, '2025-07-01'), withdraw(V2, '2025-07-01')];
    const next = [...approved(V3), start(V3, '2025-07-01'), withdraw(V3, '2025-07-01')];
    expect(inForce(run(...undone, ...next).events, '2026-01-01')).toBe(V1);
  });

  it('a version withdrawn later ends there, and nothing takes its place by itself', () => {
    const steps = [...two, start(V2, '2025-01-01'), withdraw(V2, '2025-07-01')];
    const { events } = run(...steps);
    expect([inForce(events, '2025-06-30'), inForce(events, '2025-07-01')]).toEqual([V2, undefined]);
    expect(run(...steps, ...approved(V3), start(V3, '2025-06-30')).code).toBe('still_in_force');
    expect(inForce(run(...steps, ...approved(V3), start(V3, '2025-07-01')).events, '2025-07-01')).toBe(V3);
  });

  it('a superseded version cannot be withdrawn', () => {
    expect(run(...two, start(V2, '2025-01-01'), withdraw(V1, '2024-06-01')).code).toBe('wrong_state');
  });
});
