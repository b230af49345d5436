import { beforeAll, describe, expect, it } from 'vitest';
import { packDiffSchema } from '#contract/pack-diff';
import type { Caller } from '#application/identity/caller';
import { placeVersionsSchema, recordedStepSchema, versionListSchema } from '#contract/versions';
import type { HttpApp } from '#http/services';
import { createPackLifeStore } from '#storage/pack-life-store';
import { describeOnPostgres, runOn } from '#tests/support/fresh-database';
import {
  expectProblem,
  expectShape,
  faults,
  httpAs,
  httpGet,
  type HttpAnswer,
} from '#tests/support/http-answers';
import { addPerson, identityServices, makeAdministrators, sessionOf } from '#tests/support/identity-people';
import { loadTestPack } from '#tests/support/load-test-pack';
import { localServer } from '#tests/support/local-server';

const NOBODY = '0'.repeat(64);

describeOnPostgres('versions of packs over HTTP', (database) => {
  let app: HttpApp;
  let hash: string;
  const get = (url: string): Promise<HttpAnswer> => httpGet(app, url);
  const tokens: Record<string, string> = {};
  const post = (who: string, url: string, body: object): Promise<HttpAnswer> =>
    httpAs(app, tokens[who], 'POST', url, body);
  const submit = (who: string, id: string, body: object): Promise<HttpAnswer> =>
    post(who, `/api/v1/packs/${id}/versions`, { note: '', ...body });
  const step = (kind: string, who: string, body: object = {}, id = 'jiangxi'): Promise<HttpAnswer> =>
    post(who, `/api/v1/packs/${id}/versions/${hash}/steps`, { step: kind, note: '', ...body });

  beforeAll(async () => {
    const connection = database().connect('application');
    const services = identityServices(connection);
    app = localServer({ ...services, packLifeStore: createPackLifeStore(connection) });
    ({ hash } = await loadTestPack('jiangxi'));
    const both = ['policy_maker', 'policy_checker'] as const;
    const people = [
      ['zhang', '张三', 'jiangxi', both],
      ['lisi', '李四', 'jiangxi', ['policy_checker']],
      ['wang', '王五', 'jiangxi', both],
      ['zhang-north', '张三', 'sichuan', both],
      ['li-north', '李四', 'sichuan', both],
      ['nowhere', '赵六', 'nowhere', both],
      ['east', '钱七', 'shandong', both],
      ['city', '孙八', 'zhejiang/jinhua', both],
    ] as const;
    const made = await makeAdministrators(services);
    for (const [login, name, place, roles] of people) {
      const at = (caller: Caller): Caller => ({
        ...caller,
        scope: { ...caller.scope, parts: [{ place, department: '*' }] },
      });
      const administrators = [at(made[0]), at(made[1])] as const;
      const user = { login, name, department: 'health_insurance', place } as const;
      const grants = roles.map((role) => [role, place] as const);
      const id = await addPerson(services, administrators, user, grants);
      tokens[login] = (await sessionOf(services, id)).token;
    }
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
      expectProblem(await step('check', 'zhang'), 404, [['unknown_version', hash]]);
    });

    it('only what was seen can be submitted: a stale hash is refused', async () => {
      expectProblem(await submit('zhang', 'jiangxi', { hash: NOBODY }), 409, [
        ['stale_hash', NOBODY.slice(0, 12)],
      ]);
    });

    it('who acts is who is signed in: a name in the body is refused, and so is half a hash', async () => {
      expectProblem(await submit('zhang', 'jiangxi', { hash, by: '李四' }), 400, [['unknown_field', 'by']]);
      expectProblem(await submit('zhang', 'jiangxi', { hash: hash.slice(0, 12) }), 400, [
        ['bad_value', 'hash'],
      ]);
      expectProblem(await submit('nobody', 'jiangxi', { hash }), 401, [['not_signed_in', 'Cookie']]);
    });

    it('makers submit, at the place of the pack', async () => {
      expectProblem(await submit('lisi', 'jiangxi', { hash }), 403, [['role_missing', 'policy_maker']]);
      expectProblem(await submit('east', 'jiangxi', { hash }), 403, [['outside_your_places', 'jiangxi']]);
    });
  });

  describe('step by step', () => {
    it('the present content is kept, once', async () => {
      const answer = await submit('zhang', 'jiangxi', { hash, note: '首次提交' });
      expectShape(answer, 201, recordedStepSchema);
      expect(answer.json()).toMatchObject({
        events: [
          { packHash: hash, sequence: 1, event: 'submitted', actor: '张三 (zhang)', note: '首次提交' },
        ],
      });
      expectProblem(await submit('wang', 'jiangxi', { hash }), 409, [
        ['already_submitted', hash.slice(0, 12)],
      ]);
    });

    it('no step is skipped', async () => {
      expectProblem(await step('approve', 'lisi'), 409, [['wrong_state', hash.slice(0, 12)]]);
      expectProblem(await step('put_in_force', 'lisi', { from: '2024-01-01' }), 409, [
        ['wrong_state', hash.slice(0, 12)],
      ]);
    });

    it('each step is for its role', async () => {
      expectProblem(await step('check', 'lisi'), 403, [['role_missing', 'policy_maker']]);
    });

    it('who checked does not approve', async () => {
      expectShape(await step('check', 'zhang'), 201, recordedStepSchema);
      expectProblem(await step('approve', 'zhang'), 422, [['same_person', hash.slice(0, 12)]]);
    });

    it('the database refuses the same person as well, by name and by user, whatever the program does', async () => {
      const approve = (actor: string, userId: string): Promise<unknown> =>
        runOn(
          database().url,
          `INSERT INTO tongchou.pack_event (pack_id, sequence, pack_hash, event, actor, at, note, user_id)
           SELECT 'jiangxi', 3, '${hash}', 'approved', '${actor}', '2026-03-01T09:00:00Z', '', ${userId}`,
        );
      await expect(approve('张三 (zhang)', 'NULL')).rejects.toMatchObject({
        constraint: 'pack_event_checker_not_approver',
      });
      const user = `(SELECT id FROM tongchou.identity_user WHERE login = 'zhang')`;
      await expect(approve('other', user)).rejects.toMatchObject({
        constraint: 'pack_event_user_checker_not_approver',
      });
    });

    it('of two approvals in one moment one is recorded, and the other told', async () => {
      const answers = await Promise.all([step('approve', 'lisi'), step('approve', 'wang')]);
      const [done, refused] = answers.toSorted((a, b) => a.statusCode - b.statusCode);
      expect([done?.statusCode, refused?.statusCode]).toEqual([201, 409]);
      expect(faults(refused ?? answers[0])[0]?.[0]).toMatch(/^(decided_meanwhile|wrong_state)$/);
    });

    it('it goes in force from a day of the calendar that is named, and no other step has one', async () => {
      expectProblem(await step('put_in_force', 'lisi'), 422, [['date_missing', 'from']]);
      expectProblem(await step('put_in_force', 'lisi', { from: '2024-02-30' }), 422, [['bad_date', 'from']]);
      expectProblem(await step('check', 'wang', { from: '2024-01-01' }), 422, [['date_not_wanted', 'from']]);
      const answer = await step('put_in_force', 'lisi', { from: '2024-01-01', note: '赣医保发〔2024〕5号' });
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
      expect(versions[0]?.events[1]).toMatchObject({
        casesHash: expect.stringMatching(/^[0-9a-f]{64}$/) as unknown,
      });
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
      expectProblem(await step('withdraw', 'lisi'), 422, [['date_missing', hash.slice(0, 12)]]);
      expectShape(await step('withdraw', 'lisi', { from: '2025-01-01' }), 201, recordedStepSchema);
      expectProblem(await step('withdraw', 'lisi', { from: '2025-01-01' }), 409);
    });
  });

  it('R-7: a consultation draft is told as one, and never goes in force', async () => {
    const draft = await loadTestPack('sichuan');
    const url = `/api/v1/packs/sichuan/versions/${draft.hash}/steps`;
    expectShape(await submit('zhang-north', 'sichuan', { hash: draft.hash }), 201, recordedStepSchema);
    for (const [kind, who] of [
      ['check', 'zhang-north'],
      ['approve', 'li-north'],
    ] as const) {
      expect((await post(who, url, { step: kind, note: '' })).statusCode).toBe(201);
    }
    const put = { step: 'put_in_force', note: '', from: '2024-01-01' };
    expectProblem(await post('li-north', url, put), 422, [['draft_never_in_force', draft.hash.slice(0, 12)]]);
    const { present } = (await get('/api/v1/packs/sichuan/versions')).json<{ present: unknown }>();
    expect(present).toMatchObject({ draftParts: expect.arrayContaining(['sichuan']) as unknown });
  });

  it('a city’s pack is submitted by its people where the register has the city below its province', async () => {
    const pack = await loadTestPack('jinhua');
    expectProblem(await submit('east', 'jinhua', { hash: pack.hash }), 403, [
      ['outside_your_places', 'jinhua zhejiang/jinhua'],
    ]);
    expectShape(await submit('city', 'jinhua', { hash: pack.hash }), 201, recordedStepSchema);
    const url = `/api/v1/packs/jinhua/versions/${pack.hash}/steps`;
    expectShape(await post('city', url, { step: 'check', note: '' }), 201, recordedStepSchema);
  });

  it('an unknown pack, and a version of another place, are not there', async () => {
    expectProblem(await get('/api/v1/packs/nowhere/versions'), 404, [['unknown_pack', 'nowhere']]);
    expectProblem(await submit('nowhere', 'nowhere', { hash }), 404, [['unknown_pack', 'nowhere']]);
    expectProblem(await step('check', 'nowhere', {}, 'nowhere'), 404, [['unknown_pack', 'nowhere']]);
    expectProblem(await step('check', 'east', {}, 'shandong'), 404, [['unknown_version', hash]]);
    expectProblem(await step('supersede', 'zhang'), 400, [['bad_value', 'step']]);
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
