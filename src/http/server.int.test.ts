import { beforeAll, describe, expect, it } from 'vitest';
import { checkShape } from '#contract/check-shape';
import { figureExplanationSchema } from '#contract/explanation';
import { healthSchema } from '#contract/health';
import { packListSchema, packViewSchema } from '#contract/packs';
import { problemSchema } from '#contract/problem';
import { replaySchema, runListSchema, runSummarySchema, runViewSchema } from '#contract/runs';
import { listenOnLoopback } from '#http/listen';
import type { HttpApp } from '#http/services';
import { createRunStore } from '#storage/run-store';
import { describeOnPostgres } from '#tests/support/fresh-database';
import { inventedRequest } from '#tests/support/invented-request';
import { FROM_CONSOLE, LOCAL_HOST, localServer } from '#tests/support/local-server';
import type { TSchema } from 'typebox';

type Answer = Awaited<ReturnType<HttpApp['inject']>>;

/** Jiangxi's rules on three invented cities. */
const adjustment = { pack: 'jiangxi', dataNote: '虚构数据 invented', input: inventedRequest() };

describeOnPostgres('the API', (database) => {
  let app: HttpApp;
  let id: string;

  const get = (url: string, headers = {}): Promise<Answer> =>
    app.inject({ url, headers: { host: LOCAL_HOST, ...headers } });
  const post = (url: string, body: unknown): Promise<Answer> => {
    const payload = typeof body === 'string' ? body : JSON.stringify(body);
    const headers = { ...FROM_CONSOLE, 'content-type': 'application/json' };
    return app.inject({ method: 'POST', url, headers, payload });
  };

  beforeAll(async () => {
    app = localServer({ runStore: createRunStore(database().connect('application')) });
    const response = await post('/api/v1/adjustments', adjustment);
    expectShape(response, 201, runSummarySchema);
    id = response.json<{ id: string }>().id;
    expect(response.headers.location).toBe(`/api/v1/runs/${id}`);
    return () => app.close();
  });

  describe('keeping a year', () => {
    it('gives the same run for the same content, whatever the order of its members', async () => {
      const { pack, dataNote, input } = adjustment;
      const { pools, ...others } = input;
      const again = await post('/api/v1/adjustments', { input: { pools, ...others }, dataNote, pack });
      expectShape(again, 200, runSummarySchema);
      expect(again.json()).toMatchObject({ id });
      expect(again.headers.location).toBe(`/api/v1/runs/${id}`);
    });

    it('gives another run for other content', async () => {
      const other = await post('/api/v1/adjustments', { ...adjustment, dataNote: 'another note' });
      expect(other.statusCode).toBe(201);
      expect(other.json<{ id: string }>().id).not.toBe(id);
    });

    it('refuses a wrong shape with each fault and its place', async () => {
      const [east] = adjustment.input.pools;
      const pools = [{ ...east, collections: 100, colections: '1.00' }];
      const input = { ...adjustment.input, pools };
      const response = await post('/api/v1/adjustments', { ...adjustment, input });
      expectProblem(response, 400);
      expect(faults(response)).toEqual([
        ['unknown_field', 'input.pools[0].colections'],
        ['wrong_type', 'input.pools[0].collections'],
      ]);
    });

    it.each([
      ['{"pack": "jiangxi", "pack": "national"}', 'duplicate_field'],
      ['{"pack": ', 'malformed_json'],
      ['', 'empty_file'],
      ['null', 'wrong_type'],
      ['[]', 'wrong_type'],
      ['{"__proto__": {"a": 1}}', 'missing_field'],
    ])('refuses the body %s', async (body, code) => {
      const response = await post('/api/v1/adjustments', body);
      expectProblem(response, 400);
      expect(faults(response).map(([first]) => first)).toContain(code);
    });

    it('refuses what a rule refuses as 422: a missing figure is never zero', async () => {
      const pools = adjustment.input.pools.map(({ expenditure: _, ...pool }) => pool);
      const response = await post('/api/v1/adjustments', {
        ...adjustment,
        input: { ...adjustment.input, pools },
      });
      expectProblem(response, 422);
      expect(faults(response)).toContainEqual(['missing_field', 'pools[0].expenditure']);
    });

    it('refuses a year before the rule, naming its clause', async () => {
      const response = await post('/api/v1/adjustments', {
        ...adjustment,
        input: { ...adjustment.input, year: 2019 },
      });
      expectProblem(response, 422);
      expect(response.json()).toMatchObject({ refusals: [{ code: 'not_in_force', clause: 'JX-2.1' }] });
    });

    it('refuses an unknown pack', async () => {
      const response = await post('/api/v1/adjustments', { ...adjustment, pack: '../jiangxi' });
      expectProblem(response, 404);
      expect(faults(response)).toEqual([['unknown_pack', '../jiangxi']]);
    });

    it('refuses more than 2 MiB', async () => {
      const response = await post('/api/v1/adjustments', `{"dataNote":"${'x'.repeat(2 * 1024 * 1024)}"}`);
      expectProblem(response, 413);
      expect(faults(response)).toEqual([['body_too_large', 'body']]);
    });
  });

  describe('reading runs', () => {
    it('lists them, newest first', async () => {
      const response = await get('/api/v1/runs');
      expectShape(response, 200, runListSchema);
      const runs = response.json<{ runs: { id: string; recordedAt: string }[] }>().runs;
      expect(runs.map((run) => run.id)).toContain(id);
      const instants = runs.map((run) => run.recordedAt);
      expect(instants).toEqual(instants.toSorted().toReversed());
    });

    it('shows one with its table', async () => {
      const response = await get(`/api/v1/runs/${id}`);
      expectShape(response, 200, runViewSchema);
      expect(response.json()).toMatchObject({
        place: { zh: '江西省' },
        stages: ['recovery_return', 'normal', 'emergency', 'incentive'],
        targetMonths: '9',
        pools: [{ id: 'east', balanceBefore: '600.00', levy: '100.00' }, {}, {}],
      });
    });

    it('is never cached', async () => {
      expect((await get(`/api/v1/runs/${id}`)).headers['cache-control']).toBe('no-store');
    });

    it.each(['', '/explanation?figure=levy/east'])('knows no run that was never kept (%s)', async (rest) => {
      const response = await get(`/api/v1/runs/never${rest}`);
      expectProblem(response, 404);
      expect(faults(response)).toEqual([['unknown_run', 'never']]);
    });

    it('explains each of its figures', async () => {
      for (const figure of ['balance-after/east', 'normal/east', 'months-after/west', 'fund/closing']) {
        const response = await get(`/api/v1/runs/${id}/explanation?figure=${encodeURIComponent(figure)}`);
        expectShape(response, 200, figureExplanationSchema);
        const { nodes, ...named } = response.json<{ figure: string; nodes: { id: string }[] }>();
        expect([named.figure, nodes[0]?.id]).toEqual([figure, figure]);
      }
    });

    it('explains no figure that it does not have, and no unnamed one', async () => {
      const unknown = await get(`/api/v1/runs/${id}/explanation?figure=levy/south`);
      expectProblem(unknown, 404);
      expect(faults(unknown)).toEqual([['unknown_figure', 'levy/south']]);
      const unnamed = await get(`/api/v1/runs/${id}/explanation`);
      expectProblem(unnamed, 400);
      expect(faults(unnamed)).toEqual([['missing_field', 'figure']]);
    });

    it('replays one to the same bytes, with or without an empty body', async () => {
      const url = `/api/v1/runs/${id}/replays`;
      const bare = await app.inject({ method: 'POST', url, headers: FROM_CONSOLE });
      for (const response of [bare, await post(url, ''), await post(url, {})]) {
        expectShape(response, 200, replaySchema);
        expect(response.json()).toMatchObject({ id, isSame: true });
      }
    });

    it('replays none that was never kept', async () => {
      expectProblem(await post('/api/v1/runs/never/replays', ''), 404);
    });
  });

  describe('reading packs', () => {
    it('lists them', async () => {
      const response = await get('/api/v1/packs');
      expectShape(response, 200, packListSchema);
      expect(response.json<{ packs: { id: string }[] }>().packs.map((pack) => pack.id)).toContain('jiangxi');
    });

    it('shows one under its hash, and nothing to whoever has it already', async () => {
      const response = await get('/api/v1/packs/jiangxi');
      expectShape(response, 200, packViewSchema);
      const etag = `"${response.json<{ hash: string }>().hash}"`;
      expect(response.headers).toMatchObject({ etag, 'cache-control': 'no-cache' });
      for (const header of [etag, `W/${etag}`, `"other", ${etag}`, '*']) {
        const again = await get('/api/v1/packs/jiangxi', { 'if-none-match': header });
        expect([again.statusCode, again.body, again.headers.etag]).toEqual([304, '', etag]);
      }
      const changed = await get('/api/v1/packs/jiangxi', { 'if-none-match': '"other"' });
      expect(changed.statusCode).toBe(200);
    });

    it.each(['nowhere', '..', '%2e%2e%2fjiangxi', '.git'])('knows no pack %s', async (pack) => {
      expectProblem(await get(`/api/v1/packs/${pack}`), 404);
    });
  });

  describe('the server', () => {
    it('tells that it answers, and its version', async () => {
      const response = await get('/health');
      expectShape(response, 200, healthSchema);
      expect(response.json()).toEqual({ status: 'ok', version: '9.9.9' });
    });

    it('serves its own description', async () => {
      expect((await get('/api/v1/openapi.json')).json()).toMatchObject({ openapi: '3.1.0' });
    });

    it('answers what it does not know with a problem', async () => {
      for (const response of [await get('/api/v1/nothing'), await post('/api/v1/runs', {})]) {
        expectProblem(response, 404);
        expect(faults(response)[0]?.[0]).toBe('unknown_address');
      }
    });

    it('listens on the loopback only, and then expects its own port in Host', async () => {
      const listening = localServer();
      const address = new URL(await listenOnLoopback(listening, 0));
      try {
        expect(address.hostname).toBe('127.0.0.1');
        expect((await fetch(new URL('/health', address))).status).toBe(200);
        const asIntended = { url: '/health', headers: { host: LOCAL_HOST } };
        expect((await listening.inject(asIntended)).statusCode).toBe(403);
      } finally {
        await listening.close();
      }
    });
  });
});

function expectShape(response: Answer, status: number, schema: TSchema): void {
  expect([response.statusCode, response.headers['content-type']]).toEqual([
    status,
    'application/json; charset=utf-8',
  ]);
  expect(checkShape(schema, response.json())).toMatchObject({ allowed: true });
}

function expectProblem(response: Answer, status: number): void {
  expect([response.statusCode, response.headers['content-type']]).toEqual([
    status,
    'application/problem+json',
  ]);
  expect(checkShape(problemSchema, response.json())).toMatchObject({ allowed: true });
  expect(response.json()).toMatchObject({ type: 'about:blank', status });
}

function faults(response: Answer): readonly (readonly [string, string])[] {
  const { refusals } = response.json<{ refusals: readonly { code: string; at: string }[] }>();
  return refusals.map(({ code, at }) => [code, at] as const);
}
