import { sql } from 'kysely';
import { beforeAll, expect, test } from 'vitest';
import type { StoredRun } from '#application/ports/run-store';
import type { ScenarioStore, StoredScenario } from '#application/ports/scenario-store';
import { createRunStore } from '#storage/run-store';
import { createScenarioStore } from '#storage/scenario-store';
import { describeOnPostgres } from '#tests/support/fresh-database';

const packHash = 'a1'.repeat(32);
const run: StoredRun = {
  id: 'a-run',
  command: 'adjust',
  packId: 'yunhai',
  packHash,
  engineVersion: 'adjust-1',
  year: 2024,
  scheme: 'employee',
  dataNote: '虚构',
  input: '{}',
  result: '{}',
  resultHash: 'b2'.repeat(32),
  recordedAt: '2026-03-01T08:00:00.120Z',
};
const scenario: StoredScenario = {
  id: '0123456789abcdef0123',
  runId: run.id,
  name: '上解降到 8%',
  note: '会议讨论\n第二稿',
  values: '{"levy_rate" : "8%"}',
  projection: null,
  engineVersion: 'adjust-1',
  result: '{"说明":"保留原文\\n"}',
  resultHash: 'c3'.repeat(32),
  recordedAt: '2026-03-02T08:00:00.120Z',
};
const { result, ...summary } = scenario;

describeOnPostgres('the scenario store', (database) => {
  let store: ScenarioStore;

  beforeAll(async () => {
    const application = database().connect('application');
    store = createScenarioStore(application);
    const runs = createRunStore(application);
    await runs.keepArtefact({ hash: packHash, packId: 'yunhai', text: '{}' });
    await runs.keepRun(run);
    await runs.keepRun({ ...run, id: 'another-run' });
  });

  test('gives a scenario back exactly as it was kept, to the byte', async () => {
    expect(await store.keepScenario(scenario)).toEqual(scenario);
    expect(await store.findScenario(scenario.id)).toEqual(scenario);
    expect((await store.findScenario(scenario.id))?.result).toBe(result);
  });

  test('finds nothing under an id that was never kept', async () => {
    expect(await store.findScenario('never')).toBeUndefined();
  });

  test('keeps the first of two scenarios with one id and gives it back unchanged', async () => {
    expect(await store.keepScenario({ ...scenario, note: 'other', result: '{}' })).toEqual(scenario);
  });

  test('keeps one of many that arrive at once under one id, and gives that one to all', async () => {
    const kept = await Promise.all(
      Array.from({ length: 24 }, (_, index) =>
        store.keepScenario({ ...scenario, id: 'concurrent', runId: 'another-run', note: `note ${index}` }),
      ),
    );
    expect(new Set(kept.map((one) => one.note)).size).toBe(1);
  });

  test('lists summaries without results, newest first, of one run or of all', async () => {
    await store.keepScenario({ ...scenario, id: 'newest', recordedAt: '2030-01-01T00:00:00.000Z' });
    const own = await store.listScenarios(run.id);
    expect(own.map(({ id }) => id)).toEqual(['newest', scenario.id]);
    expect(own[1]).toEqual(summary);
    expect((await store.listScenarios()).map(({ id }) => id)).toEqual(['newest', scenario.id, 'concurrent']);
    expect(await store.listScenarios('never')).toEqual([]);
  });

  test.each(["UPDATE scenario SET note = ''", 'DELETE FROM scenario', 'TRUNCATE scenario'])(
    'the database refuses the application: %s',
    async (statement) => {
      const application = database().connect('application');
      await expect(sql.raw(statement).execute(application)).rejects.toMatchObject({ code: '42501' });
    },
  );

  test('the auditor reads everything and writes nothing', async () => {
    const auditing = createScenarioStore(database().connect('auditor'));
    expect(await auditing.findScenario(scenario.id)).toEqual(scenario);
    await expect(auditing.keepScenario({ ...scenario, id: 'audit' })).rejects.toMatchObject({
      code: '42501',
    });
  });

  test.each([
    ['a scenario of no run', { runId: 'never' }, '23503'],
    ['a scenario without a name', { name: '' }, '23514'],
    ['a short hash', { resultHash: 'c3' }, '23514'],
  ])('the database refuses %s', async (_, wrong, state) => {
    await expect(store.keepScenario({ ...scenario, id: 'wrong', ...wrong })).rejects.toMatchObject({
      code: state,
    });
  });

  test('keeps the years ahead of a scenario as they were asked for', async () => {
    const ahead = { ...scenario, id: 'years-ahead', runId: 'another-run', projection: '{"years" : 10}' };
    expect(await store.keepScenario(ahead)).toEqual(ahead);
  });
});
