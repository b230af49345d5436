import { sql } from 'kysely';
import { expect, test } from 'vitest';
import type { StoredRun } from '#application/ports/run-store';
import { createRunStore } from '#storage/run-store';
import { describeOnPostgres } from '#tests/support/fresh-database';

const packHash = 'a1'.repeat(32);
const artefact = { hash: packHash, packId: 'jiangxi', text: '{"id":"jiangxi", "名":"江西 \\u0000 \u2028"}' };
const run: StoredRun = {
  id: '0123456789abcdef0123',
  command: 'adjust',
  packId: 'jiangxi',
  packHash,
  engineVersion: '0.1.0',
  year: 2024,
  scheme: 'employee',
  dataNote: '统计公报；市级分解为合成数据',
  input: '{"b" : 1,"a":"12345678901234567890.10"}',
  result: '{"说明":"保留原文\\n"}',
  resultHash: 'b2'.repeat(32),
  recordedAt: '2026-03-01T08:00:00.120Z',
};
const { input, result, ...summary } = run;

describeOnPostgres('the run store', (database) => {
  test('gives a run back exactly as it was kept, to the byte', async () => {
    const store = createRunStore(database().connect('application'));
    await store.keepArtefact(artefact);
    expect(await store.keepRun(run)).toEqual(run);
    expect(await store.findRun(run.id)).toEqual(run);
    expect(await store.findArtefact(packHash)).toEqual(artefact);
    expect([input, result]).toEqual([run.input, run.result]);
  });

  test('finds nothing under an id or hash that was never kept', async () => {
    const store = createRunStore(database().connect('application'));
    expect(await store.findRun('never')).toBeUndefined();
    expect(await store.findArtefact('c3'.repeat(32))).toBeUndefined();
  });

  test('keeps the first of two runs or artefacts with one id and gives it back unchanged', async () => {
    const store = createRunStore(database().connect('application'));
    await store.keepArtefact({ ...artefact, text: 'other' });
    expect(await store.findArtefact(packHash)).toEqual(artefact);
    expect(await store.keepRun({ ...run, recordedAt: '2027-01-01T00:00:00.000Z', result: '{}' })).toEqual(
      run,
    );
  });

  test('keeps one of many runs that arrive at once under one id, and gives that one to all', async () => {
    const store = createRunStore(database().connect('application'));
    const other = createRunStore(database().connect('application'));
    const kept = await Promise.all(
      Array.from({ length: 24 }, (_, index) =>
        (index % 2 === 0 ? store : other).keepRun({ ...run, id: 'concurrent', dataNote: `note ${index}` }),
      ),
    );
    expect(new Set(kept.map((one) => one.dataNote)).size).toBe(1);
  });

  test('lists summaries without input and result, newest first', async () => {
    const store = createRunStore(database().connect('application'));
    await store.keepRun({ ...run, id: 'newest', recordedAt: '2030-01-01T00:00:00.000Z' });
    await store.keepRun({ ...run, id: 'oldest', recordedAt: '2020-01-01T00:00:00.000Z' });
    const runs = await store.listRuns();
    expect(runs.map((one) => one.id)).toEqual(['newest', run.id, 'concurrent', 'oldest']);
    expect(runs.find((one) => one.id === run.id)).toEqual(summary);
  });

  test.each(['UPDATE run SET year = 2025', 'DELETE FROM run', 'TRUNCATE run', 'DELETE FROM pack_artefact'])(
    'the database refuses the application: %s',
    async (statement) => {
      const application = database().connect('application');
      await expect(sql.raw(statement).execute(application)).rejects.toMatchObject({ code: '42501' });
    },
  );

  test('the auditor reads everything and writes nothing', async () => {
    const auditor = database().connect('auditor');
    const store = createRunStore(auditor);
    expect(await store.findRun(run.id)).toEqual(run);
    await expect(store.keepRun({ ...run, id: 'audit' })).rejects.toMatchObject({ code: '42501' });
    await expect(sql.raw('DELETE FROM run').execute(auditor)).rejects.toMatchObject({ code: '42501' });
  });

  test.each([
    ['a hash in capitals', { resultHash: 'B2'.repeat(32) }, '23514'],
    ['a short hash', { resultHash: 'b2' }, '23514'],
    ['a year of three digits', { year: 999 }, '23514'],
    ['a pack that was not kept', { packHash: 'd4'.repeat(32) }, '23503'],
  ])('the database refuses %s', async (_, wrong, state) => {
    const store = createRunStore(database().connect('application'));
    await expect(store.keepRun({ ...run, id: 'wrong', ...wrong })).rejects.toMatchObject({ code: state });
  });

  test('reads bigint as bigint, dates and instants as ISO text', async () => {
    const { rows } = await sql`SELECT 9007199254740993::bigint AS fen, DATE '2024-02-29' AS day,
      TIMESTAMPTZ '2024-02-29 08:00:00.123456+08' AS instant`.execute(database().connect('auditor'));
    expect(rows).toEqual([
      { fen: 9007199254740993n, day: '2024-02-29', instant: '2024-02-29T00:00:00.123456Z' },
    ]);
  });
});
