import { afterAll, describe, expect, it } from 'vitest';
import { healthSchema } from '#contract/health';
import { packListSchema, packViewSchema } from '#contract/packs';
import { listenOnLoopback } from '#http/listen';
import { expectProblem, expectShape, faults, httpGet, httpPost } from '#tests/support/http-answers';
import { LOCAL_HOST, localServer } from '#tests/support/local-server';

const app = localServer();
afterAll(() => app.close());

describe('packs', () => {
  it('are listed', async () => {
    const answer = await httpGet(app, '/api/v1/packs');
    expectShape(answer, 200, packListSchema);
    expect(answer.json<{ packs: { id: string }[] }>().packs.map((pack) => pack.id)).toContain('jiangxi');
  });

  it('are shown under their hash, and not again to whoever has them already', async () => {
    const answer = await httpGet(app, '/api/v1/packs/jiangxi');
    expectShape(answer, 200, packViewSchema);
    const etag = `"${answer.json<{ hash: string }>().hash}"`;
    expect(answer.headers).toMatchObject({ etag, 'cache-control': 'no-cache' });
    for (const header of [etag, `W/${etag}`, `"other", ${etag}`, '*']) {
      const again = await httpGet(app, '/api/v1/packs/jiangxi', { 'if-none-match': header });
      expect([again.statusCode, again.body, again.headers.etag]).toEqual([304, '', etag]);
    }
    const changed = await httpGet(app, '/api/v1/packs/jiangxi', { 'if-none-match': '"other"' });
    expect(changed.statusCode).toBe(200);
  });

  it.each(['nowhere', '..', '%2e%2e%2fjiangxi', '.git'])('are not there under the id %s', async (id) => {
    expectProblem(await httpGet(app, `/api/v1/packs/${id}`), 404);
  });
});

describe('the server', () => {
  it('tells that it answers, and its version', async () => {
    const answer = await httpGet(app, '/health');
    expectShape(answer, 200, healthSchema);
    expect(answer.json()).toEqual({ status: 'ok', version: '9.9.9' });
  });

  it('serves its own description', async () => {
    expect((await httpGet(app, '/api/v1/openapi.json')).json()).toMatchObject({ openapi: '3.1.0' });
  });

  it('answers what it does not know with a problem', async () => {
    for (const answer of [
      await httpGet(app, '/api/v1/nothing'),
      await httpPost(app, '/api/v1/runs', {}),
      await app.inject({ method: 'OPTIONS', url: '/api/v1/runs', headers: { host: LOCAL_HOST } }),
    ]) {
      expectProblem(answer, 404);
      expect(faults(answer)[0]?.[0]).toBe('unknown_address');
    }
  });

  it('listens on the loopback only, and then expects its own port in Host', async () => {
    const listening = localServer();
    const address = new URL(await listenOnLoopback(listening, 0));
    try {
      expect(address.hostname).toBe('127.0.0.1');
      expect((await fetch(new URL('/health', address))).status).toBe(200);
      expectProblem(await httpGet(listening, '/health'), 403, [['foreign_host', 'Host']]);
    } finally {
      await listening.close();
    }
  });
});
