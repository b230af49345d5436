import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Caller } from '#application/identity/caller';
import { createProviderSignIns } from '#application/identity/provider-sign-in';
import type { IdentityServices } from '#application/identity/services';
import { signInStateSchema, sessionSchema, whoAmISchema } from '#contract/identity';
import { bindingListSchema, signedOutSchema } from '#contract/provider';
import { createOpenIdProvider } from '#http/provider/openid-provider';
import type { HttpApp } from '#http/services';
import { describeOnPostgres, runOn } from '#tests/support/fresh-database';
import {
  expectProblem,
  expectShape,
  faults,
  httpAs,
  httpGet,
  type HttpAnswer,
} from '#tests/support/http-answers';
import {
  addPerson,
  identityServices,
  makeAdministrators,
  PEOPLE_NOW,
  sessionOf,
} from '#tests/support/identity-people';
import { FROM_CONSOLE, localServer } from '#tests/support/local-server';
import {
  OIDC_CLIENT,
  startOidcProvider,
  type OidcAnswer,
  type OidcProvider,
} from '#tests/support/oidc-provider';

const EAST = 'yunhai/linjiang';

describeOnPostgres('signing in by a provider of identities', (database) => {
  let provider: OidcProvider;
  let services: IdentityServices;
  let app: HttpApp;
  let administrators: readonly [Caller, Caller];
  let now = PEOPLE_NOW;
  const tokens: Record<string, string> = {};
  const ids: Record<string, string> = {};

  beforeAll(async () => {
    provider = await startOidcProvider();
    services = identityServices(database().connect('application'));
    const { issuer } = provider;
    const providerSignIns = createProviderSignIns(createOpenIdProvider({ issuer, ...OIDC_CLIENT }));
    app = localServer({ ...services, providerSignIns, now: () => now });
    administrators = await makeAdministrators(services);
    for (const [index, login] of ['ann', 'bob'].entries()) {
      ids[login] = administrators[index === 0 ? 0 : 1].account.userId;
    }
    for (const login of ['lin', 'tao']) {
      const user = { login, name: login, department: 'finance', place: EAST } as const;
      ids[login] = await addPerson(services, administrators, user, []);
    }
    for (const [login, id] of Object.entries(ids)) tokens[login] = (await sessionOf(services, id)).token;
  });
  afterAll(async () => {
    await app.close();
    await provider.close();
  });

  const as = (who: string, method: 'GET' | 'POST', url: string, body?: object): Promise<HttpAnswer> =>
    httpAs(app, tokens[who], method, url, body);
  const post = (url: string, cookie: string, body?: object): Promise<HttpAnswer> =>
    app.inject({
      method: 'POST',
      url,
      headers: {
        ...FROM_CONSOLE,
        cookie,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { payload: JSON.stringify(body) }),
    });

  /** Begins as a browser does: where it is sent, and the cookie that it keeps. */
  const begin = async (): Promise<{ readonly address: string; readonly cookie: string }> => {
    const answer = await post('/api/v1/provider/sign-ins', '');
    expect(answer.statusCode).toBe(201);
    const cookie = String(answer.headers['set-cookie']);
    expect(cookie).toMatch(
      /^__Host-tongchou-provider=[\w-]{43}; Path=\/; Secure; HttpOnly; SameSite=Strict; Max-Age=600$/,
    );
    return {
      address: answer.json<{ address: string }>().address,
      cookie: cookie.split(';')[0] ?? '',
    };
  };
  const finish = (query: string, cookie: string): Promise<HttpAnswer> =>
    post('/api/v1/provider/session', cookie, { query });
  const signIn = async (answer: OidcAnswer): Promise<HttpAnswer> => {
    const { address, cookie } = await begin();
    return finish(provider.authorize(address, answer), cookie);
  };
  const sessionToken = (answer: HttpAnswer): string =>
    /tongchou-session=([\w-]+)/.exec(String(answer.headers['set-cookie']))?.[1] ?? '';

  test('the page is told which provider there is, whoever asks', async () => {
    const state = await httpGet(app, '/api/v1/sign-in');
    expectShape(state, 200, signInStateSchema);
    expect(state.json()).toEqual({
      account: null,
      isSetUpOpen: false,
      provider: { issuer: provider.issuer },
    });
  });

  test('the browser is sent there with state, nonce and the hash of a secret, for the openid scope alone', async () => {
    const asked = new URL((await begin()).address).searchParams;
    expect(Object.fromEntries(asked)).toMatchObject({
      client_id: 'tongchou',
      response_type: 'code',
      scope: 'openid',
      redirect_uri: 'http://localhost:4100/sign-in/provider',
      code_challenge_method: 'S256',
      code_challenge: expect.stringMatching(/^[\w-]{43}$/) as unknown,
      state: expect.stringMatching(/^[\w-]{43}$/) as unknown,
      nonce: expect.stringMatching(/^[\w-]{43}$/) as unknown,
    });
  });

  test('a subject that nobody is bound to gets no session, and no account is made', async () => {
    const users = async (): Promise<number> =>
      (await as('ann', 'GET', '/api/v1/users')).json<{ users: object[] }>().users.length;
    const before = await users();
    const refused = await signIn({ subject: 's-lin' });
    expectProblem(refused, 403, [['subject_not_bound', 's-lin']]);
    expect(sessionToken(refused)).toBe('');
    expect(await users()).toBe(before);
  });

  test('a binding is asked for by one administrator and confirmed by another, who does not gain by it', async () => {
    const asked = await as('ann', 'POST', `/api/v1/users/${ids['lin'] ?? ''}/bindings`, {
      subject: ' s-lin ',
      reason: '文号 2',
    });
    expect(asked.statusCode).toBe(201);
    const decisions = `/api/v1/bindings/${asked.json<{ id: string }>().id}/decisions`;
    expectProblem(await signIn({ subject: 's-lin' }), 403, [['subject_not_bound', 's-lin']]);
    expectProblem(await as('ann', 'POST', decisions, { decision: 'confirmed' }), 422);
    expect((await as('bob', 'POST', decisions, { decision: 'confirmed' })).statusCode).toBe(204);
    expectProblem(await as('bob', 'POST', decisions, { decision: 'refused' }), 409, [
      ['binding_decided', asked.json<{ id: string }>().id],
    ]);
    const list = await as('ann', 'GET', '/api/v1/bindings');
    expectShape(list, 200, bindingListSchema);
    expect(list.json<{ bindings: object[] }>().bindings).toContainEqual(
      expect.objectContaining({
        subject: 's-lin',
        state: 'confirmed',
        requestedBy: ids['ann'],
        decidedBy: ids['bob'],
      }),
    );
  });

  test('the database refuses the same person and a second user for a subject, whatever the program does', async () => {
    const insert = (columns: string): Promise<unknown> => runOn(database().url, columns);
    const request = (user: string): string =>
      `INSERT INTO tongchou.identity_binding (id, user_id, issuer, subject, reason, requested_by, requested_at)
       VALUES ('of-${user}', '${ids[user] ?? ''}', '${provider.issuer}', 's-lin', 'r', '${ids['ann'] ?? ''}', now())`;
    await insert(request('tao'));
    const decide = (by: string): Promise<unknown> =>
      insert(`INSERT INTO tongchou.identity_binding_decision
        VALUES ('of-tao', '${ids['tao'] ?? ''}', '${ids['ann'] ?? ''}', 'confirmed', '${ids[by] ?? ''}', now())`);
    for (const by of ['ann', 'tao']) {
      await expect(decide(by)).rejects.toMatchObject({ constraint: 'identity_binding_second_person' });
    }
    await expect(decide('bob')).rejects.toMatchObject({ constraint: 'identity_binding_free' });
    expectProblem(
      await as('bob', 'POST', '/api/v1/bindings/of-tao/decisions', { decision: 'confirmed' }),
      409,
      [['already_bound', 'subject']],
    );
  });

  test('then the subject opens a session of that user; signing out tells where the provider ends its own', async () => {
    const answer = await signIn({ subject: 's-lin' });
    expectShape(answer, 201, sessionSchema);
    const token = sessionToken(answer);
    const who = await httpAs(app, token, 'GET', '/api/v1/session');
    expectShape(who, 200, whoAmISchema);
    expect(who.json()).toMatchObject({ login: 'lin', mustChange: false });
    const out = await httpAs(app, token, 'DELETE', '/api/v1/session');
    expectShape(out, 200, signedOutSchema);
    expect(out.json<{ providerAddress: string }>().providerAddress).toContain(`${provider.issuer}/end?`);
    expectProblem(await httpAs(app, token, 'GET', '/api/v1/session'), 401);
  });

  test.each([
    ['a wrong nonce', { nonce: 'other' }],
    ['a wrong audience', { audience: 'other-client' }],
    ['another issuer', { issuer: 'https://evil.example' }],
    ['an expired token', { expiresIn: -60 }],
    ['a signature by a key that is not published', { isForged: true }],
  ] as const)('%s is refused', async (_title, fault) => {
    const refused = await signIn({ subject: 's-lin', ...fault });
    expectProblem(refused, 401);
    expect(faults(refused)[0]?.[0]).toBe('provider_refused');
    expect(sessionToken(refused)).toBe('');
  });

  test('an answer brought twice, by another browser, with another state, or too late is refused', async () => {
    const { address, cookie } = await begin();
    const query = provider.authorize(address, { subject: 's-lin' });
    const notBegun = [['sign_in_not_begun', 'state']] as const;
    expectProblem(await finish(query, ''), 401, notBegun);
    expectProblem(await finish(query, '__Host-tongchou-provider=made-up'), 401, notBegun);
    expect((await finish(query, cookie)).statusCode).toBe(201);
    expectProblem(await finish(query, cookie), 401, notBegun);

    const [one, two] = [await begin(), await begin()];
    const crossed = await finish(provider.authorize(one.address, { subject: 's-lin' }), two.cookie);
    expect(faults(crossed)[0]?.[0]).toBe('provider_refused');

    const late = await begin();
    const answer = provider.authorize(late.address, { subject: 's-lin' });
    now = new Date(Date.parse(PEOPLE_NOW) + 11 * 60_000).toISOString();
    expectProblem(await finish(answer, late.cookie), 401, notBegun);
    now = PEOPLE_NOW;
  });

  test('what the provider refuses itself is told', async () => {
    const { address, cookie } = await begin();
    const state = new URL(address).searchParams.get('state') ?? '';
    const query = new URLSearchParams({ error: 'access_denied', state, iss: provider.issuer }).toString();
    expectProblem(await finish(query, cookie), 401, [['provider_refused', 'access_denied']]);
  });

  test('ending the binding ends the sessions that it opened, and leaves those by password', async () => {
    const token = sessionToken(await signIn({ subject: 's-lin' }));
    const { bindings } = (await as('ann', 'GET', '/api/v1/bindings')).json<{
      bindings: { id: string; state: string }[];
    }>();
    const id = bindings.find(({ state }) => state === 'confirmed')?.id ?? '';
    const end = `/api/v1/bindings/${id}/end`;
    expectProblem(await as('ann', 'POST', end, { reason: ' ' }), 422, [['reason_missing', 'reason']]);
    expect((await as('ann', 'POST', end, { reason: '调离' })).statusCode).toBe(204);
    expectProblem(await httpAs(app, token, 'GET', '/api/v1/session'), 401);
    expect((await as('lin', 'GET', '/api/v1/session')).statusCode).toBe(200);
    expectProblem(await signIn({ subject: 's-lin' }), 403);
  });

  test('a provider that does not answer is told as such; passwords go on', async () => {
    const gone = createOpenIdProvider({ issuer: 'http://localhost:9', ...OIDC_CLIENT });
    const other = localServer({ ...services, providerSignIns: createProviderSignIns(gone) });
    const answer = await other.inject({
      method: 'POST',
      url: '/api/v1/provider/sign-ins',
      headers: FROM_CONSOLE,
    });
    expectProblem(answer, 503, [['provider_unreachable', 'http://localhost:9']]);
    await other.close();
  });

  test('without a provider its routes say that there is none', async () => {
    const bare = localServer({ ...services });
    for (const [url, body] of [
      ['/api/v1/provider/sign-ins', undefined],
      ['/api/v1/provider/session', { query: 'code=x' }],
    ] as const) {
      expectProblem(await httpAs(bare, undefined, 'POST', url, body), 404, [['no_provider', '']]);
    }
    await bare.close();
  });
});
