import { beforeAll, describe, expect, it } from 'vitest';
import { packDiffSchema } from '#contract/pack-diff';
import { placeVersionsSchema, recordedStepSchema, versionListSchema } from '#contract/versions';
import type { HttpApp } from '#http/services';
import { createPackLifeStore } from '#storage/pack-life-store';
import { describeOnPostgres, runOn } from '#tests/support/fresh-database';
import { expectProblem, expectShape, faults, httpGet, httpPost } from '#tests/support/http-answers';
import type { HttpAnswer } from '#tests/support/http-answers';
import { loadTestPack } from '#tests/support/load-test-pack';
import { localServer } from '#tests/support/local-server';

const NOBODY = '0'.repeat(64);

describeOnPostgres('versions of packs over HTTP', (database) => {
  let app: HttpApp;
  let hash: string;
  const get = (url: string): Promise<HttpAnswer> => httpGet(app, url);
  const submit = (id: string, body: object): Promise<HttpAnswer> =>
    httpPost(app, `/api/v1/packs/${id}/versions`, { note: '', ...body });
  const step = (kind: string, by: string, body: object = {}, id = 'jiangxi'): Promise<HttpAnswer> =>
    httpPost(app, `/api/v1/packs/${id}/versions/${hash}/steps`, { step: kind, by, note: '', ...body });

  beforeAll(async () => {
    app = localServer({ packLifeStore: createPackLifeStore(database().connect('application')) });
    ({ hash } = await loadTestPack('jiangxi'));
    return () => app.close();
  });

  describe('before anything is submitted', () => {
    it('each place is listed with the content of its files', async () => {
      const answer = await get('/api/v1/versions');
      expectShape(answer, 200, versionListSchema);
      const { places } = answer.json<{ places: readonly { packId: string; versions: unknown[] }[] }>();
      expect(places).toContainEqual(
        expect.objectContaining({
          packId: 'jiangxi',
          present: expect.objectContaining({ hash, draftParts: [] }) as unknown,
          versions: [],
        }),
      );
      expect(places.every(({ versions }) => versions.length === 0)).toBe(true);
    });

    it('a step is refused of a version that nobody stored', async () => {
      expectProblem(await step('check', '张三'), 404, [['unknown_version', hash]]);
    });

    it('only what was seen can be submitted: a stale hash is refused', async () => {
      expectProblem(await submit('jiangxi', { hash: NOBODY, by: '张三' }), 409, [
        ['stale_hash', NOBODY.slice(0, 12)],
      ]);
    });

    it('a person must be named, and the hash be whole', async () => {
      expectProblem(await submit('jiangxi', { hash, by: '' }), 400, [['bad_value', 'by']]);
      expectProblem(await submit('jiangxi', { hash, by: ' ' }), 422, [['name_missing', 'by']]);
      expectProblem(await submit('jiangxi', { hash: hash.slice(0, 12), by: '张三' }), 400, [
        ['bad_value', 'hash'],
      ]);
    });
  });

  describe('step by step', () => {
    it('the present content is kept, once', async () => {
      const answer = await submit('jiangxi', { hash, by: '张三', note: '首次提交' });
      expectShape(answer, 201, recordedStepSchema);
      expect(answer.json()).toMatchObject({
        events: [{ packHash: hash, sequence: 1, event: 'submitted', actor: '张三', note: '首次提交' }],
      });
      expectProblem(await submit('jiangxi', { hash, by: '李四' }), 409, [
        ['already_submitted', hash.slice(0, 12)],
      ]);
    });

    it('no step is skipped', async () => {
      expectProblem(await step('approve', '李四'), 409, [['wrong_state', hash.slice(0, 12)]]);
      expectProblem(await step('put_in_force', '李四', { from: '2024-01-01' }), 409, [
        ['wrong_state', hash.slice(0, 12)],
      ]);
    });

    it('who checked does not approve, however the name is written', async () => {
      expectShape(await step('check', '张三'), 201, recordedStepSchema);
      for (const name of ['张三', ' 张 三 ']) {
        expectProblem(await step('approve', name), 422, [['same_person', hash.slice(0, 12)]]);
      }
    });

    it('the database refuses the same person as well, whatever the program does', async () => {
      const statement = `INSERT INTO tongchou.pack_event (pack_id, sequence, pack_hash, event, actor, at, note)
        VALUES ('jiangxi', 3, '${hash}', 'approved', '张三', '2026-03-01T09:00:00Z', '')`;
      await expect(runOn(database().url, statement)).rejects.toMatchObject({
        constraint: 'pack_event_checker_not_approver',
      });
    });

    it('of two approvals in one moment one is recorded, and the other told', async () => {
      const answers = await Promise.all([step('approve', '李四'), step('approve', '王五')]);
      const [done, refused] = answers.toSorted((a, b) => a.statusCode - b.statusCode);
      expect([done?.statusCode, refused?.statusCode]).toEqual([201, 409]);
      expect(faults(refused ?? answers[0])[0]?.[0]).toMatch(/^(decided_meanwhile|wrong_state)$/);
    });

    it('it goes in force from a day of the calendar that is named, and no other step has one', async () => {
      expectProblem(await step('put_in_force', '李四'), 422, [['date_missing', 'from']]);
      expectProblem(await step('put_in_force', '李四', { from: '2024-02-30' }), 422, [['bad_date', 'from']]);
      expectProblem(await step('check', '李四', { from: '2024-01-01' }), 422, [['date_not_wanted', 'from']]);
      const answer = await step('put_in_force', '李四', { from: '2024-01-01', note: '赣医保发〔2024〕5号' });
      expectShape(answer, 201, recordedStepSchema);
      expect(answer.json()).toMatchObject({ events: [{ effectiveFrom: '2024-01-01' }] });
    });

    it('a place’s list tells what is in force, by whom, since when and what may come next', async () => {
      const answer = await get('/api/v1/packs/jiangxi/versions');
      expectShape(answer, 200, placeVersionsSchema);
      expect(answer.json()).toMatchObject({
        inForce: hash,
        versions: [{ hash, state: 'in_force', from: '2024-01-01', isInForce: true, next: ['withdraw'] }],
      });
      const { versions } = answer.json<{ versions: { events: { event: string }[] }[] }>();
      expect(versions[0]?.events.map(({ event }) => event)).toEqual([
        'submitted',
        'checked',
        'approved',
        'put_in_force',
      ]);
    });

    it('both times are told: in force on a day, as known on a day', async () => {
      const before = await get('/api/v1/packs/jiangxi/versions?on=2023-12-31');
      expect(before.json()).not.toHaveProperty('inForce');
      const unknown = await get('/api/v1/packs/jiangxi/versions?on=2024-01-01&knownOn=2026-02-28');
      expect(unknown.json()).toMatchObject({ versions: [] });
      const known = await get('/api/v1/packs/jiangxi/versions?on=2024-01-01&knownOn=2026-03-01');
      expect(known.json()).toMatchObject({ inForce: hash, versions: [{ next: [] }] });
      expectProblem(await get('/api/v1/versions?on=2024-02-30'), 422, [['bad_date', 'on']]);
    });

    it('it is withdrawn from a day, and stays so', async () => {
      expectProblem(await step('withdraw', '李四'), 422, [['date_missing', hash.slice(0, 12)]]);
      expectShape(await step('withdraw', '李四', { from: '2025-01-01' }), 201, recordedStepSchema);
      expectProblem(await step('withdraw', '李四', { from: '2025-01-01' }), 409);
    });
  });

  it('R-7: a consultation draft is told as one, and never goes in force', async () => {
    const draft = await loadTestPack('sichuan');
    const url = `/api/v1/packs/sichuan/versions/${draft.hash}/steps`;
    expectShape(await submit('sichuan', { hash: draft.hash, by: '张三' }), 201, recordedStepSchema);
    for (const [kind, by] of [
      ['check', '张三'],
      ['approve', '李四'],
    ]) {
      expect((await httpPost(app, url, { step: kind, by, note: '' })).statusCode).toBe(201);
    }
    const put = { step: 'put_in_force', by: '李四', note: '', from: '2024-01-01' };
    expectProblem(await httpPost(app, url, put), 422, [['draft_never_in_force', draft.hash.slice(0, 12)]]);
    const { present } = (await get('/api/v1/packs/sichuan/versions')).json<{ present: unknown }>();
    expect(present).toMatchObject({ draftParts: expect.arrayContaining(['sichuan']) as unknown });
  });

  it('an unknown pack, and a version of another place, are not there', async () => {
    expectProblem(await get('/api/v1/packs/nowhere/versions'), 404, [['unknown_pack', 'nowhere']]);
    expectProblem(await submit('nowhere', { hash, by: '张三' }), 404, [['unknown_pack', 'nowhere']]);
    expectProblem(await step('check', '张三', {}, 'nowhere'), 404, [['unknown_pack', 'nowhere']]);
    expectProblem(await step('check', '张三', {}, 'shandong'), 404, [['unknown_version', hash]]);
    expectProblem(await step('supersede', '张三'), 400, [['bad_value', 'step']]);
  });

  describe('compared', () => {
    it('two places differ section by section, each field with its name in words', async () => {
      const answer = await get('/api/v1/diff?from=jiangxi&to=shandong');
      expectShape(answer, 200, packDiffSchema);
      const { sections } = answer.json<{ sections: { section: string; changes: { id: string }[] }[] }>();
      const values = sections.find(({ section }) => section === 'values');
      expect(values?.changes).toContainEqual(expect.objectContaining({ id: 'levy_rate', change: 'changed' }));
      const levy = values?.changes.find(({ id }) => id === 'levy_rate');
      expect(levy).toMatchObject({
        fields: expect.arrayContaining([
          {
            field: 'versions/2024-01-01/cells/employee',
            label: { zh: '2024-01-01 职工', en: '2024-01-01 employees' },
            from: '10%',
            to: null,
          },
        ]) as unknown,
      });
    });

    it('a version is the same as its files', async () => {
      const answer = await get(`/api/v1/diff?from=${hash.slice(0, 12)}&to=jiangxi`);
      expect(answer.json()).toMatchObject({ from: { id: 'jiangxi', hash }, to: { hash }, sections: [] });
    });

    it('what does not exist is refused', async () => {
      expectProblem(await get('/api/v1/diff?from=jiangxi&to=nowhere'), 404, [['unknown_pack', 'nowhere']]);
      expectProblem(await get('/api/v1/diff?from=jiangxi&to=abcdef0123'), 404, [
        ['unknown_version', 'abcdef0123'],
      ]);
      expectProblem(await get('/api/v1/diff?from=jiangxi'), 400, [['missing_field', 'to']]);
    });
  });
});
