import { sql } from 'kysely';
import { expect, test } from 'vitest';
import type { PackArtefact } from '#application/ports/run-store';
import type { PackEvent } from '#domain/pack-life/pack-event';
import { sha256 } from '#files/sha256';
import type { PlainDate } from '#kernel/plain-date';
import { createPackLifeStore } from '#storage/pack-life-store';
import { describeOnPostgres } from '#tests/support/fresh-database';

/** A version whose hash is its content's: the ledger reads its journal when it is put in force. */
const artefact = (version: number): PackArtefact => {
  const text = JSON.stringify({ version });
  return { hash: sha256(text), packId: 'yunhai', text };
};
const V1 = artefact(1).hash;
const V2 = artefact(2).hash;
const V3 = artefact(3).hash;

function event(
  sequence: number,
  packHash: string,
  kind: PackEvent['event'],
  actor: string,
  effectiveFrom: string | null = null,
): PackEvent {
  const at = `2026-03-01T08:00:${sequence.toString().padStart(2, '0')}.120Z`;
  const day = effectiveFrom as PlainDate | null;
  const casesHash = kind === 'checked' ? 'c'.repeat(64) : null;
  return {
    packId: 'yunhai',
    sequence,
    packHash,
    event: kind,
    actor,
    at,
    effectiveFrom: day,
    note: '备注',
    casesHash,
  };
}

const FIRST = [
  event(1, V1, 'submitted', '张三'),
  event(2, V1, 'checked', '张三'),
  event(3, V1, 'approved', '李四'),
  event(4, V1, 'put_in_force', '李四', '2024-01-01'),
];

describeOnPostgres('the store of pack versions', (database) => {
  test('gives events back exactly as they were recorded', async () => {
    const store = createPackLifeStore(database().connect('application'));
    for (const version of [1, 2, 3]) await store.keepArtefact(artefact(version));
    for (const each of FIRST) expect(await store.record([each], null)).toBe(true);
    expect(await store.listEvents('yunhai')).toEqual(FIRST);
    expect(await store.listEvents()).toEqual(FIRST);
    expect(await store.listEvents('another')).toEqual([]);
  });

  test('finds versions by the start of their hash', async () => {
    const store = createPackLifeStore(database().connect('auditor'));
    expect(await store.findHashes('')).toEqual([V1, V2, V3].toSorted());
    expect(await store.findHashes(V2.slice(0, 12))).toEqual([V2]);
    expect(await store.findHashes(`${V2.slice(0, 1)}_`)).toEqual([]);
  });

  test('records one of two decisions made upon the same view, and tells the other', async () => {
    const store = createPackLifeStore(database().connect('application'));
    const other = createPackLifeStore(database().connect('application'));
    const [a, b] = [event(5, V2, 'submitted', '张三'), event(5, V3, 'submitted', '王五')];
    expect((await Promise.all([store.record([a], null), other.record([b], null)])).toSorted()).toEqual([
      false,
      true,
    ]);
    expect(await store.listEvents('yunhai')).toHaveLength(FIRST.length + 1);
  });

  test.each(["UPDATE pack_event SET actor = '王五'", 'DELETE FROM pack_event', 'TRUNCATE pack_event'])(
    'the database refuses the application: %s',
    async (statement) => {
      const application = database().connect('application');
      await expect(sql.raw(statement).execute(application)).rejects.toMatchObject({ code: '42501' });
    },
  );
});

const CHECKED = artefact(4).hash;
const SUBMITTED = artefact(5).hash;
const PREPARED = [
  ...FIRST,
  event(5, CHECKED, 'submitted', '王五'),
  event(6, CHECKED, 'checked', 'Ann Li'),
  event(7, SUBMITTED, 'submitted', '王五'),
];

describeOnPostgres('the database itself, whatever the program decided,', (database) => {
  test('takes what follows the order of the steps', async () => {
    const store = createPackLifeStore(database().connect('application'));
    for (const version of [1, 4, 5]) await store.keepArtefact(artefact(version));
    expect(await store.record(PREPARED, null)).toBe(true);
  });

  test.each<[string, PackEvent, string]>([
    [
      'the approval of who checked',
      event(8, CHECKED, 'approved', 'Ann Li'),
      'pack_event_checker_not_approver',
    ],
    [
      'it in other letters and spaces',
      event(8, CHECKED, 'approved', 'ANNLI'),
      'pack_event_checker_not_approver',
    ],
    [
      'the approval of who submitted',
      event(8, CHECKED, 'approved', '王五'),
      'pack_event_submitter_not_approver',
    ],
    ['a step that happened already', event(8, V1, 'checked', '王五'), 'pack_event_once'],
    ['an approval without a check', event(8, SUBMITTED, 'approved', '孙七'), 'pack_event_order'],
    ['a start without approval', event(8, CHECKED, 'put_in_force', '孙七', '2024-01-01'), 'pack_event_order'],
    [
      'a supersession of what never started',
      event(8, CHECKED, 'superseded', '孙七', '2024-01-01'),
      'pack_event_order',
    ],
    ['a supersession without a day', event(8, V1, 'superseded', '李四'), 'pack_event_day'],
    ['a check with a day', event(8, SUBMITTED, 'checked', '李四', '2024-01-01'), 'pack_event_day'],
    ['nobody', event(8, CHECKED, 'withdrawn', ''), 'pack_event_actor_check'],
    ['a name with spaces around it', event(8, CHECKED, 'withdrawn', ' 李四'), 'pack_event_actor_check'],
    [
      'a version of another pack',
      { ...event(8, CHECKED, 'withdrawn', '李四'), packId: 'another' },
      'pack_event_version',
    ],
    ['a version that is not kept', event(8, 'd1'.repeat(32), 'submitted', '李四'), 'pack_event_version'],
    [
      'a finer instant than the program writes',
      { ...event(8, CHECKED, 'withdrawn', '李四'), at: '2026-03-01T08:00:09.1201Z' },
      'pack_event_at_check',
    ],
  ])('refuses %s', async (_, wrong, constraint) => {
    const store = createPackLifeStore(database().connect('application'));
    await expect(store.record([wrong], null)).rejects.toMatchObject({ constraint });
    expect(await store.listEvents('yunhai')).toEqual(PREPARED);
  });
});
