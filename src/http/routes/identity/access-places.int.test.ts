import type { RouteOptions } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { describeOnPostgres } from '#tests/support/fresh-database';
import { expectProblem } from '#tests/support/http-answers';
import { CITY, makeLedgerDesk, type LedgerDesk } from '#tests/support/ledger-desk';
import { localServer } from '#tests/support/local-server';

interface Line {
  readonly method: string;
  readonly route: string;
  readonly place: string;
  readonly record: string | null;
  readonly status: number;
  readonly breakGlassId: string | null;
  readonly userId: string;
}

describeOnPostgres('the access log tells the place that was touched', (database) => {
  let desk: LedgerDesk;
  const event = {
    key: 'k1',
    pool: 'linjiang',
    insuranceType: 'resident',
    amounts: { pooled: '12.50' },
    effectiveOn: '2026-02-03',
    template: 'subsidy_received',
    counterparty: 'government:G9',
  };

  beforeAll(async () => {
    desk = await makeLedgerDesk(database());
    const name = { zh: '某地', en: 'Somewhere' };
    const since = '2021-01-01';
    const pool = { id: 'linjiang', kind: 'pool', place: CITY, name, since };
    expect((await desk.as('admin', 'POST', '/pools', pool)).statusCode).toBe(201);
    const books = {
      pool: 'linjiang',
      insuranceType: 'resident',
      firstMonth: '2026-01',
      pack: 'national',
    };
    expect((await desk.as('maker', 'POST', '/books', books)).statusCode).toBe(201);
  });
  afterAll(() => desk.app.close());

  /** What the log holds of the city, by somebody whose home lies elsewhere, the oldest first. */
  const linesOfStranger = async (): Promise<readonly object[]> => {
    const answer = await desk.as('auditor', 'GET', `/access-log?place=${CITY}`);
    const { entries } = answer.json<{ entries: readonly Line[] }>();
    return entries
      .filter(({ userId }) => userId === desk.ids['stranger'])
      .map(({ method, route, record, status, breakGlassId }) => [
        `${method} ${route.replace('/api/v1', '')}`,
        record,
        status,
        breakGlassId,
      ])
      .reverse();
  };

  test('of who came by emergency access, by the query, the body, the address and a list of everything', async () => {
    const reach = { role: 'fund_maker', place: CITY, hours: 2, reason: '主管人员不在' };
    const glass = (await desk.as('stranger', 'POST', '/break-glass', reach)).json<{ id: string }>().id;
    await desk.as('stranger', 'GET', '/balances?pool=linjiang');
    const posted = await desk.as('stranger', 'POST', '/events', { pack: 'national', events: [event] });
    const { number } = posted.json<{ outcomes: readonly [{ number: string }] }>().outcomes[0];
    await desk.as('stranger', 'GET', `/events/${number}`);
    await desk.as('stranger', 'GET', '/books');
    expect(await linesOfStranger()).toEqual([
      ['POST /break-glass', null, 201, glass],
      ['GET /balances', 'pool=linjiang', 200, glass],
      ['POST /events', 'pool=linjiang', 200, glass],
      ['GET /events/:number', number, 200, glass],
      ['GET /books', null, 200, glass],
    ]);
  });

  test('of what was asked for and refused, and of nothing where nobody knows what was asked for', async () => {
    const before = await linesOfStranger();
    const close = '/books/linjiang/resident/months/2026-01/close';
    expectProblem(await desk.as('stranger', 'POST', close, {}), 404);
    expectProblem(await desk.as('stranger', 'GET', '/events/999'), 404);
    expect((await linesOfStranger()).slice(before.length)).toEqual([
      ['POST /books/:pool/:type/months/:month/close', 'linjiang/resident/2026-01', 404, null],
    ]);
  });
});

/** Writes that name no record: they are about the person who asks, or about all that the grants reach. */
const ABOUT_ALL: readonly string[] = [
  'DELETE /api/v1/session',
  'POST /api/v1/ledger/verifications',
  'POST /api/v1/register-imports',
  'POST /api/v1/sweeps',
  'PUT /api/v1/session/password',
];

test('every write names what it is about, by its address, its declared place or its body', async () => {
  const app = localServer();
  const unnamed: string[] = [];
  app.addHook('onRoute', ({ method, url, config, schema }: RouteOptions) => {
    const access = config?.access;
    if (typeof access !== 'object' || access.place !== 'own places' || url.includes(':')) return;
    const body = JSON.stringify(schema?.body ?? {});
    const writes = [method].flat().filter((verb) => verb !== 'GET' && verb !== 'HEAD');
    if (!/"(pool|place)":\{/.test(body)) unnamed.push(...writes.map((verb) => `${verb} ${url}`));
  });
  await app.ready();
  expect(unnamed.toSorted()).toEqual(ABOUT_ALL);
});
