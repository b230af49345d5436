import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { IdentityServices } from '#application/identity/services';
import { accessLogSchema } from '#contract/access-log';
import {
  breakGlassListSchema,
  grantListSchema,
  peopleSchema,
  sessionSchema,
  userListSchema,
  whoAmISchema,
} from '#contract/identity';
import type { HttpApp } from '#http/services';
import { present } from '#kernel/assert';
import { describeOnPostgres } from '#tests/support/fresh-database';
import { EAST, PERSON, WEST, type Method } from '#tests/support/guarded-routes';
import { expectProblem, expectShape, httpAs, httpPost, type HttpAnswer } from '#tests/support/http-answers';
import {
  addPerson,
  identityServices,
  makeAdministrators,
  PASSWORD,
  PEOPLE_NOW,
  sessionOf,
} from '#tests/support/identity-people';
import { localServer } from '#tests/support/local-server';

describeOnPostgres('accounts, sessions and grants over HTTP', (database) => {
  let app: HttpApp;
  let services: IdentityServices;
  const ids: Record<string, string> = {};
  const tokens: Record<string, string> = {};

  beforeAll(async () => {
    const connection = database().connect('application');
    services = identityServices(connection);
    app = localServer({ ...services, now: () => PEOPLE_NOW });
    const administrators = await makeAdministrators(services);
    const people = [
      ['eastAdmin', 'data', EAST, 'administrator'],
      ['eastAuditor', 'audit', EAST, 'auditor'],
      ['eastReader', 'finance', EAST, 'reader'],
      ['westAdmin', 'data', WEST, 'administrator'],
      ['westAuditor', 'audit', WEST, 'auditor'],
      ['westNobody', 'finance', WEST, undefined],
    ] as const;
    for (const [key, department, place, role] of people) {
      const user = { login: key.toLowerCase(), name: key, department, place };
      ids[key] = await addPerson(services, administrators, user, role === undefined ? [] : [[role, place]]);
    }
    ids['ann'] = administrators[0].account.userId;
    ids['bob'] = administrators[1].account.userId;
    for (const [key, id] of Object.entries(ids)) tokens[key] = (await sessionOf(services, id)).token;
  });
  afterAll(() => app.close());

  const as = (who: string, method: Method, url: string, body?: object): Promise<HttpAnswer> =>
    httpAs(app, present(tokens[who], who), method, url, body);

  test('a place that is not named is refused before anything else', async () => {
    expectProblem(await as('ann', 'POST', '/api/v1/users', { ...PERSON, place: 7 }), 400, [
      ['missing_place', 'place'],
    ]);
  });

  test('who signed a record is told by name and department to whoever has the id, and nobody is listed', async () => {
    const asked = `/api/v1/people?ids=${ids['westAuditor']},nobody,${ids['eastReader']}`;
    const answer = await as('eastReader', 'GET', asked);
    expectShape(answer, 200, peopleSchema);
    expect(answer.json<{ people: object[] }>().people).toHaveLength(2);
    expect(answer.json()).toMatchObject({
      people: expect.arrayContaining([
        { id: ids['westAuditor'], name: 'westAuditor', department: 'audit' },
        { id: ids['eastReader'], name: 'eastReader', department: 'finance' },
      ]) as unknown,
    });
    expect((await as('eastReader', 'GET', '/api/v1/people')).statusCode).toBe(400);
    expect((await as('eastReader', 'GET', '/api/v1/users')).statusCode).toBe(403);
  });

  describe('a session', () => {
    test('is opened by name and password, told by a cookie that no page reads, and ended', async () => {
      const answer = await httpPost(app, '/api/v1/session', { login: 'eastreader', password: PASSWORD });
      expectShape(answer, 201, sessionSchema);
      const cookie = String(answer.headers['set-cookie']);
      expect(cookie).toMatch(
        /^__Host-tongchou-session=[\w-]{43}; Path=\/; Secure; HttpOnly; SameSite=Strict$/,
      );
      expect(answer.body).not.toContain(cookie.slice(24, 40));
      const token = cookie.split(/[=;]/)[1];
      const who = await httpAs(app, token, 'GET', '/api/v1/session');
      expectShape(who, 200, whoAmISchema);
      expect(who.json()).toMatchObject({
        login: 'eastreader',
        grants: expect.arrayContaining([{ role: 'reader', place: EAST, breakGlass: null }]) as unknown,
      });
      const out = await httpAs(app, token, 'DELETE', '/api/v1/session');
      expect([out.statusCode, out.headers['set-cookie']]).toEqual([
        200,
        expect.stringContaining('Max-Age=0'),
      ]);
      expect(out.json()).toEqual({ providerAddress: null });
      expectProblem(await httpAs(app, token, 'GET', '/api/v1/session'), 401);
    });

    test('is not opened by a wrong password; too many are slowed down', async () => {
      for (let count = 0; count < 5; count += 1) {
        const wrong = await httpPost(app, '/api/v1/session', { login: 'westnobody', password: 'wrong' });
        expectProblem(wrong, 401, [['sign_in_refused', 'login']]);
      }
      const slowed = await httpPost(app, '/api/v1/session', { login: 'westnobody', password: PASSWORD });
      expectProblem(slowed, 429, [['slowed_down', 'login']]);
    });

    test('outlives a change of its password, which ends the others', async () => {
      const userId = present(ids['westAuditor'], 'a user');
      const [kept, other] = [await sessionOf(services, userId), await sessionOf(services, userId)];
      const change = (body: object): Promise<HttpAnswer> =>
        httpAs(app, kept.token, 'PUT', '/api/v1/session/password', body);
      const next = 'Another-Hill-2027';
      expectProblem(await change({ present: 'x', password: next }), 422, [['wrong_password', 'present']]);
      expectProblem(await change({ present: PASSWORD, password: 'short' }), 422);
      expectProblem(await change({ present: PASSWORD, password: PASSWORD }), 422, [
        ['same_password', 'password'],
      ]);
      expect((await change({ present: PASSWORD, password: next })).statusCode).toBe(204);
      expect((await httpAs(app, kept.token, 'GET', '/api/v1/session')).statusCode).toBe(200);
      expect((await httpAs(app, other.token, 'GET', '/api/v1/session')).statusCode).toBe(401);
      tokens['westAuditor'] = kept.token;
    });
  });

  describe('a user', () => {
    test('is added without a role, granted one by two people, reset, and ended', async () => {
      const added = await as('eastAdmin', 'POST', '/api/v1/users', { ...PERSON, login: 'Lin.Yi' });
      const { id, initialPassword } = added.json<{ id: string; initialPassword: string }>();
      expectProblem(await as('eastAdmin', 'POST', '/api/v1/users', { ...PERSON, login: 'lin.yi' }), 409, [
        ['login_taken', 'lin.yi'],
      ]);
      const first = await httpPost(app, '/api/v1/session', { login: 'lin.yi', password: initialPassword });
      expect(first.statusCode).toBe(201);
      const wanted = { userId: id, role: 'fund_maker', place: EAST, reason: '文号 1' };
      const asked = await as('eastAdmin', 'POST', '/api/v1/grants', wanted);
      const decisions = `/api/v1/grants/${asked.json<{ id: string }>().id}/decisions`;
      expectProblem(await as('eastAdmin', 'POST', '/api/v1/grants', wanted), 422, [
        ['already_granted', 'role'],
      ]);
      expectProblem(await as('eastAdmin', 'POST', decisions, { decision: 'confirmed' }), 422);
      expect((await as('bob', 'POST', decisions, { decision: 'confirmed' })).statusCode).toBe(204);
      expectProblem(await as('ann', 'POST', decisions, { decision: 'refused' }), 409);
      const grants = await as('eastAuditor', 'GET', '/api/v1/grants');
      expectShape(grants, 200, grantListSchema);
      expect(grants.json<{ grants: object[] }>().grants).toContainEqual(
        expect.objectContaining({
          userId: id,
          state: 'confirmed',
          requestedBy: ids['eastAdmin'],
          decidedBy: ids['bob'],
        }),
      );
      const token = String(first.headers['set-cookie']).split(/[=;]/)[1];
      expect((await as('ann', 'POST', `/api/v1/users/${id}/password-resets`)).statusCode).toBe(201);
      expect((await httpAs(app, token, 'GET', '/api/v1/session')).statusCode).toBe(401);
      expect((await sessionOf(services, id)).account.grants).toEqual([]);
      expect((await as('ann', 'POST', `/api/v1/users/${id}/end`, { reason: '调离' })).statusCode).toBe(204);
      expectProblem(await as('ann', 'POST', `/api/v1/users/${id}/password-resets`), 422, [
        ['user_ended', 'lin.yi'],
      ]);
      const users = await as('eastAdmin', 'GET', '/api/v1/users');
      expectShape(users, 200, userListSchema);
      expect(users.json<{ users: object[] }>().users).toContainEqual(
        expect.objectContaining({ id, endedAt: PEOPLE_NOW }),
      );
    });

    test('gets no second initial password from itself, nor ends itself', async () => {
      const own = `/api/v1/users/${present(ids['ann'], 'ann')}`;
      expectProblem(await as('ann', 'POST', `${own}/password-resets`), 422);
      expectProblem(await as('ann', 'POST', `${own}/end`, { reason: 'r' }), 422);
    });

    test('loses a grant at once when one person ends it', async () => {
      const id = present(ids['westNobody'], 'a user');
      const asked = await as('ann', 'POST', '/api/v1/grants', {
        userId: id,
        role: 'reader',
        place: WEST,
        reason: 'r',
      });
      const grant = `/api/v1/grants/${asked.json<{ id: string }>().id}`;
      await as('bob', 'POST', `${grant}/decisions`, { decision: 'confirmed' });
      const held = async (): Promise<number> =>
        (await as('westNobody', 'GET', '/api/v1/session')).json<{ grants: object[] }>().grants.length;
      expect(await held()).toBe(1);
      expect((await as('westAdmin', 'POST', `${grant}/end`, { reason: 'r' })).statusCode).toBe(204);
      expect(await held()).toBe(0);
      expectProblem(await as('westAdmin', 'POST', `${grant}/end`, { reason: 'r' }), 409);
    });
  });

  test('emergency access widens a role, is told by the log, and ends with its review', async () => {
    const before = await as('westAuditor', 'GET', '/api/v1/users');
    expect(before.body).not.toContain(EAST);
    const wanted = { role: 'auditor', place: EAST, hours: 2, reason: '紧急核查' };
    const taken = await as('westAuditor', 'POST', '/api/v1/break-glass', wanted);
    const { id } = taken.json<{ id: string }>();
    expect((await as('westAuditor', 'GET', '/api/v1/users')).body).toContain(EAST);
    const log = await as('eastAuditor', 'GET', '/api/v1/access-log');
    expectShape(log, 200, accessLogSchema);
    expect(log.json<{ entries: object[] }>().entries).toContainEqual(
      expect.objectContaining({
        userId: ids['westAuditor'],
        route: '/api/v1/break-glass',
        place: EAST,
        breakGlassId: id,
        status: 201,
      }),
    );
    const review = { finding: 'unjustified', note: '不必' };
    expectProblem(await as('westAuditor', 'POST', `/api/v1/break-glass/${id}/review`, review), 422);
    expect((await as('eastAuditor', 'POST', `/api/v1/break-glass/${id}/review`, review)).statusCode).toBe(
      204,
    );
    expectProblem(await as('eastAuditor', 'POST', `/api/v1/break-glass/${id}/review`, review), 409);
    expect((await as('westAuditor', 'GET', '/api/v1/users')).body).not.toContain(EAST);
    const list = await as('eastAuditor', 'GET', '/api/v1/break-glass');
    expectShape(list, 200, breakGlassListSchema);
    expect(list.body).toContain('不必');
  });

  test('the access log holds refusals and failed sign-ins, page by page', async () => {
    for (let asked = 0; asked < 3; asked += 1) {
      expectProblem(await as('westAdmin', 'POST', '/api/v1/grants/none/end', { reason: 'r' }), 404);
    }
    const log = await as('westAuditor', 'GET', '/api/v1/access-log');
    const { entries } = log.json<{
      entries: { number: string; route: string; status: number; userId: string | null }[];
    }>();
    expect(entries).toContainEqual(
      expect.objectContaining({ route: '/api/v1/session', status: 401, userId: ids['westNobody'] }),
    );
    expect(entries).toContainEqual(expect.objectContaining({ status: 404, userId: ids['westAdmin'] }));
    const below = entries[1]?.number ?? '';
    const next = await as('westAuditor', 'GET', `/api/v1/access-log?below=${below}`);
    expect(next.json<{ entries: { number: string }[] }>().entries[0]?.number).toBe(entries[2]?.number);
    expectProblem(await as('westAuditor', 'GET', '/api/v1/access-log?below=0'), 400);
  });
});
