import type { RouteOptions } from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Caller } from '#application/identity/caller';
import type { IdentityServices } from '#application/identity/services';
import {
  accessLogSchema,
  breakGlassListSchema,
  grantListSchema,
  sessionSchema,
  userListSchema,
  whoAmISchema,
} from '#contract/identity';
import type { SignedInAccess } from '#http/access';
import type { HttpApp } from '#http/services';
import { present } from '#kernel/assert';
import { describeOnPostgres } from '#tests/support/fresh-database';
import {
  expectProblem,
  expectShape,
  faults,
  httpAs,
  httpPost,
  type HttpAnswer,
} from '#tests/support/http-answers';
import {
  addPerson,
  identityServices,
  makeAdministrators,
  PASSWORD,
  PEOPLE_NOW,
  sessionOf,
} from '#tests/support/identity-people';
import { LOCAL_HOST, localServer } from '#tests/support/local-server';

type Method = 'GET' | 'HEAD' | 'POST' | 'PUT' | 'DELETE';

interface GuardedRoute {
  readonly method: Method;
  readonly url: string;
  readonly access: SignedInAccess;
}

/** Every route that asks for a session; a new one is walked without being named here, but for its body. */
async function readGuarded(app: HttpApp): Promise<readonly GuardedRoute[]> {
  const routes: GuardedRoute[] = [];
  app.addHook('onRoute', (route: RouteOptions) => {
    const access = route.config?.access;
    if (typeof access !== 'object') return;
    for (const method of [route.method].flat())
      routes.push({ method: method as Method, url: route.url, access });
  });
  await app.ready();
  return routes;
}

const EAST = 'yunhai/linjiang';
const WEST = 'yunhai/xigang';
const PERSON = { login: 'newcomer', name: '新', department: 'finance', place: EAST } as const;

/** A well-formed body for each write; a route that is missing here fails the walk. */
function bodyOf({ method, url }: GuardedRoute, userId: string): object | undefined {
  if (method === 'GET' || method === 'HEAD') return undefined;
  const bodies: Readonly<Record<string, object | undefined>> = {
    'DELETE /api/v1/session': undefined,
    'PUT /api/v1/session/password': { present: PASSWORD, password: 'Another-Hill-2027' },
    'POST /api/v1/users': PERSON,
    'POST /api/v1/users/:id/password-resets': undefined,
    'POST /api/v1/users/:id/end': { reason: 'r' },
    'POST /api/v1/grants': { userId, role: 'reader', place: EAST, reason: 'r' },
    'POST /api/v1/grants/:id/decisions': { decision: 'confirmed' },
    'POST /api/v1/grants/:id/end': { reason: 'r' },
    'POST /api/v1/break-glass': { role: 'reader', place: EAST, hours: 1, reason: 'r' },
    'POST /api/v1/break-glass/:id/review': { finding: 'justified', note: 'n' },
  };
  expect(Object.keys(bodies)).toContain(`${method} ${url}`);
  return bodies[`${method} ${url}`];
}

describeOnPostgres('routes for people who are signed in', (database) => {
  let app: HttpApp;
  let services: IdentityServices;
  let administrators: readonly [Caller, Caller];
  let routes: readonly GuardedRoute[] = [];
  const ids: Record<string, string> = {};
  const tokens: Record<string, string> = {};

  beforeAll(async () => {
    services = identityServices(database().connect('application'));
    app = localServer({ ...services, now: () => PEOPLE_NOW });
    routes = await readGuarded(app);
    administrators = await makeAdministrators(services);
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

  /** The address with the id of a record in the east. */
  const recordIn = async (url: string): Promise<string> => {
    if (!url.includes(':')) return url;
    if (url.includes('/users/:id')) return url.replace(':id', present(ids['eastReader'], 'a user'));
    if (url.includes('/grants/:id')) return url.replace(':id', await grantInEast());
    if (url.includes('/break-glass/:id')) return url.replace(':id', await accessInEast());
    throw new Error(`no record is prepared for ${url}`);
  };
  const grantInEast = async (): Promise<string> => {
    const { scope } = administrators[0];
    const grants = await services.identityStore.within(scope, (office) => office.listGrants());
    return present(
      grants.find(({ place }) => place === EAST),
      'a grant',
    ).id;
  };
  const accessInEast = async (): Promise<string> => {
    const userId = present(ids['eastReader'], 'a user');
    const taken = { userId, role: 'reader', place: EAST, department: 'finance', reason: 'r' } as const;
    const until = '2026-03-01T01:00:00.000Z';
    return services.identityStore.within({ userId, parts: [] }, (office) =>
      office.takeBreakGlass({ ...taken, startedAt: PEOPLE_NOW, until }),
    );
  };

  describe('each of them', () => {
    test('is found by the walk', () => {
      expect(routes.length).toBeGreaterThan(15);
    });

    test('refuses who has no session, or one that is not known', async () => {
      for (const route of routes) {
        const url = await recordIn(route.url);
        for (const token of [undefined, 'made-up']) {
          const answer = await httpAs(app, token, route.method, url, bodyOf(route, 'u'));
          expect([route.method, route.url, answer.statusCode]).toEqual([route.method, route.url, 401]);
          if (route.method !== 'HEAD') expectProblem(answer, 401, [['not_signed_in', 'Cookie']]);
        }
      }
    });

    test('refuses who holds none of its roles', async () => {
      for (const route of routes.filter(({ access }) => access.roles !== 'anyone signed in')) {
        const answer = await as('eastReader', route.method, await recordIn(route.url), bodyOf(route, 'u'));
        expect([route.url, answer.statusCode]).toEqual([route.url, 403]);
        if (route.method !== 'HEAD') expect(faults(answer)[0]?.[0]).toBe('role_missing');
      }
    });

    test('refuses, or shows nothing of, a place that its roles are not held at', async () => {
      const guarded = routes.filter(({ access }) => access.roles !== 'anyone signed in');
      for (const route of guarded.filter(({ method }) => method !== 'HEAD')) {
        for (const role of route.access.roles) {
          const who = role === 'auditor' ? 'westAuditor' : 'westAdmin';
          const userId = present(ids['eastReader'], 'a user');
          const answer = await as(who, route.method, await recordIn(route.url), bodyOf(route, userId));
          if (route.access.place !== 'own places')
            expectProblem(answer, 403, [['outside_your_places', EAST]]);
          else if (route.url.includes(':')) expectProblem(answer, 404);
          else
            expect([route.url, answer.statusCode, answer.body.includes(EAST)]).toEqual([
              route.url,
              200,
              false,
            ]);
        }
      }
    });

    test('refuses a write by a page of another site, whatever session the browser holds', async () => {
      for (const route of routes.filter(({ method }) => method !== 'GET' && method !== 'HEAD')) {
        const headers = {
          host: LOCAL_HOST,
          origin: 'https://evil.example',
          'content-type': 'application/json',
        };
        const cookie = `__Host-tongchou-session=${present(tokens['ann'], 'a token')}`;
        const url = await recordIn(route.url);
        const answer = await app.inject({
          method: route.method,
          url,
          headers: { ...headers, cookie },
          payload: '{}',
        });
        expectProblem(answer, 403, [['foreign_origin', 'Origin']]);
      }
    });

    test('refuses who has not replaced the initial password, but for doing so and for leaving', async () => {
      const added = await as('ann', 'POST', '/api/v1/users', { ...PERSON, login: 'fresh' });
      const { id } = added.json<{ id: string }>();
      for (const route of routes.filter(({ method }) => method !== 'HEAD')) {
        if (route.access.withInitialPassword === true) continue;
        const { token } = await sessionOf(services, id);
        const answer = await httpAs(app, token, route.method, await recordIn(route.url), bodyOf(route, id));
        expectProblem(answer, 403, [['password_change_needed', '']]);
      }
    });
  });

  test('a place that is not named is refused before anything else', async () => {
    expectProblem(await as('ann', 'POST', '/api/v1/users', { ...PERSON, place: 7 }), 400, [
      ['missing_place', 'place'],
    ]);
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
        204,
        expect.stringContaining('Max-Age=0'),
      ]);
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
