import { afterAll, beforeAll, expect, test } from 'vitest';
import { accessLogSchema } from '#contract/access-log';
import type { HttpApp } from '#http/services';
import { describeOnPostgres } from '#tests/support/fresh-database';
import { expectProblem, expectShape, httpAs } from '#tests/support/http-answers';
import {
  addPerson,
  identityServices,
  makeAdministrators,
  PEOPLE_NOW,
  sessionOf,
} from '#tests/support/identity-people';
import { localServer } from '#tests/support/local-server';

describeOnPostgres('the access log, filtered', (database) => {
  let app: HttpApp;
  let token: string;
  let lin: string;

  beforeAll(async () => {
    const services = identityServices(database().connect('application'));
    app = localServer({ ...services, now: () => PEOPLE_NOW });
    const administrators = await makeAdministrators(services);
    const person = (login: string): Parameters<typeof addPerson>[2] => ({
      login,
      name: login,
      department: 'audit',
      place: 'yunhai',
    });
    const auditor = await addPerson(services, administrators, person('auditor'), [['auditor', 'yunhai']]);
    lin = await addPerson(services, administrators, person('lin'), []);
    ({ token } = await sessionOf(services, auditor));
    const line = { requestId: 'r', department: 'audit', record: null, breakGlassId: null } as const;
    const lines = [
      ['2026-02-27T16:00:00.000Z', lin, 'GET', '/api/v1/users', 'yunhai/linjiang', 200],
      ['2026-02-28T15:59:59.999Z', lin, 'POST', '/api/v1/grants', 'yunhai/linjiang/dongshan', 403],
      ['2026-02-28T16:00:00.000Z', auditor, 'GET', '/api/v1/gr_nts', 'yunhai/linjiang-new', 404],
    ] as const;
    for (const [at, userId, method, route, place, status] of lines) {
      await services.identityStore.logAccess([{ ...line, at, userId, method, route, place, status }]);
    }
  });
  afterAll(() => app.close());

  const routes = async (query: string): Promise<readonly string[]> => {
    const answer = await httpAs(app, token, 'GET', `/api/v1/access-log?to=2026-03-01&${query}`);
    expectShape(answer, 200, accessLogSchema);
    const { entries } = answer.json<{ entries: { route: string; at: string }[] }>();
    // The requests of the test itself are later than what it wrote.
    return entries.filter(({ at }) => at < PEOPLE_NOW).map(({ route }) => route);
  };

  test('by person, by place with what lies below it and nothing beside it, by part of the address or method', async () => {
    expect(await routes(`user=${lin}`)).toEqual(['/api/v1/grants', '/api/v1/users']);
    expect(await routes('place=yunhai/linjiang')).toEqual(['/api/v1/grants', '/api/v1/users']);
    expect(await routes('route=gr_')).toEqual(['/api/v1/gr_nts']);
    expect(await routes('route=post')).toEqual(['/api/v1/grants']);
  });

  test('by days in China, both included, and by refusal', async () => {
    expect(await routes('from=2026-02-28')).toHaveLength(3);
    const day = await httpAs(app, token, 'GET', '/api/v1/access-log?from=2026-02-28&to=2026-02-28');
    expect(day.json<{ entries: { route: string }[] }>().entries.map(({ route }) => route)).toEqual([
      '/api/v1/grants',
      '/api/v1/users',
    ]);
    expect(await routes('outcome=refused')).toEqual(['/api/v1/gr_nts', '/api/v1/grants']);
  });

  test('a day that is none is refused', async () => {
    expectProblem(await httpAs(app, token, 'GET', '/api/v1/access-log?from=2026-02-30'), 422, [
      ['bad_date', 'from'],
    ]);
  });
});
