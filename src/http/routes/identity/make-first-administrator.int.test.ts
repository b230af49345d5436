import { expect, test } from 'vitest';
import { sha256 } from '#files/sha256';
import type { HttpApp } from '#http/services';
import { describeOnPostgres } from '#tests/support/fresh-database';
import { expectProblem, httpPost, type HttpAnswer } from '#tests/support/http-answers';
import { identityServices, PASSWORD } from '#tests/support/identity-people';
import { localServer } from '#tests/support/local-server';

describeOnPostgres('a one-time token of the first set-up', (database) => {
  const person = { name: '甲', department: 'data', place: 'yunhai', password: PASSWORD } as const;

  test('makes one administrator, another one the second, then none makes any', async () => {
    const services = identityServices(database().connect('application'));
    const started = (...tokens: readonly string[]): HttpApp =>
      localServer({ ...services, setUpTokenHashes: tokens.map(sha256) });
    const make = (app: HttpApp, token: string, login: string): Promise<HttpAnswer> =>
      httpPost(app, '/api/v1/first-administrator', { ...person, token, login });
    const refused = [['set_up_token_not_valid', 'token']] as const;

    expectProblem(await make(started(), '', 'first'), 403, refused);
    const app = started('one', 'three');
    expectProblem(await make(app, 'two', 'first'), 403, refused);
    expectProblem(
      await httpPost(app, '/api/v1/first-administrator', {
        ...person,
        token: 'one',
        login: 'first',
        password: 'x',
      }),
      422,
    );
    expect((await make(app, 'one', 'first')).statusCode).toBe(201);
    expectProblem(await make(app, 'one', 'second'), 403, refused);
    expectProblem(await make(app, 'three', 'first'), 409, [['login_taken', 'first']]);
    expect((await make(app, 'three', 'second')).statusCode).toBe(201);
    expectProblem(await make(started('four'), 'four', 'third'), 409, [['set_up_over', '']]);
    const signedIn = await httpPost(app, '/api/v1/session', { login: 'second', password: PASSWORD });
    expect(signedIn.statusCode).toBe(201);
  });
});
