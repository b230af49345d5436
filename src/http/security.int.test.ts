import type { RouteOptions } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { describeAccess, type RouteAccess } from '#http/access';
import type { HttpEvent } from '#http/log';
import type { HttpApp } from '#http/services';
import { present } from '#kernel/assert';
import { expectProblem, faults } from '#tests/support/http-answers';
import { FROM_CONSOLE, LOCAL_HOST, localServer } from '#tests/support/local-server';
import { ROUTE_LIST } from '#tests/support/route-list';
import { makeTempFolder, removeTempFolder } from '#tests/support/temp-folder';

interface TableRow {
  readonly method: 'GET' | 'HEAD' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly url: string;
  readonly access: RouteAccess;
}

const consoleFolder = await makeTempFolder();
const events: HttpEvent[] = [];
const app = localServer({ consoleFolder, log: (event) => events.push(event) });
const table = await readRouteTable(app);
const writes = table.filter(({ method }) => method !== 'GET' && method !== 'HEAD');

afterAll(async () => {
  await app.close();
  await removeTempFolder(consoleFolder);
});

/** Every route that the server registers, so that a new one cannot be forgotten here. */
async function readRouteTable(server: HttpApp): Promise<readonly TableRow[]> {
  const routes: TableRow[] = [];
  server.addHook('onRoute', (route: RouteOptions) => {
    for (const method of [route.method].flat()) {
      const access = present(route.config?.access, `the access of ${route.url}`);
      routes.push({ method: method as TableRow['method'], url: route.url, access });
    }
  });
  await server.ready();
  return routes;
}

function addressOf(url: string): string {
  return url.replace(':id', 'some-id').replace('*', 'some-file.js');
}

describe('the routes', () => {
  it('are these, with these callers', () => {
    expect(
      table.map(({ method, url, access }) => `${method} ${url}: ${describeAccess(access)}`).toSorted(),
    ).toEqual(ROUTE_LIST);
  });

  it.each(table)('$method $url refuses a foreign Host before anything else', async ({ method, url }) => {
    const response = await app.inject({
      method,
      url: addressOf(url),
      headers: { host: 'evil.example:4100' },
    });
    expect(response.statusCode).toBe(403);
    if (method !== 'HEAD') expectProblem(response, 403, [['foreign_host', 'Host']]);
  });

  it.each(writes)('$method $url refuses a page of another site', async ({ method, url }) => {
    const headers = { host: LOCAL_HOST, origin: 'https://evil.example', 'content-type': 'application/json' };
    const response = await app.inject({ method, url: addressOf(url), headers, payload: '{}' });
    expectProblem(response, 403);
    expect(faults(response)[0]?.[0]).toBe('foreign_origin');
  });

  it.each(writes)('$method $url refuses content that a form could send', async ({ method, url }) => {
    for (const type of [
      'text/plain',
      'application/x-www-form-urlencoded',
      'multipart/form-data; boundary=x',
    ]) {
      const headers = { ...FROM_CONSOLE, 'content-type': type };
      const response = await app.inject({ method, url: addressOf(url), headers, payload: '{}' });
      expectProblem(response, 403);
      expect(faults(response)[0]?.[0]).toBe('not_json');
    }
  });

  it.each(writes)('$method $url lets the console and local programs through', async ({ method, url }) => {
    for (const origin of [FROM_CONSOLE, { host: LOCAL_HOST }]) {
      const headers = { ...origin, 'content-type': 'application/json' };
      const response = await app.inject({ method, url: addressOf(url), headers, payload: '{}' });
      expect(response.statusCode).not.toBe(403);
    }
  });
});

describe('every answer', () => {
  const addresses = ['/health', '/api/v1/nothing', '/api/v1/packs/nothing', '/api/v1/runs'];

  it.each(addresses)('to %s carries the security headers and a request id', async (url) => {
    const { headers } = await app.inject({ url, headers: { host: LOCAL_HOST } });
    expect(headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/);
    expect(headers).not.toHaveProperty('x-powered-by');
    expect(headers).not.toHaveProperty('server');
    expect(headers).not.toHaveProperty('access-control-allow-origin');
    expect(headers['x-content-type-options']).toBe('nosniff');
    const policy = String(headers['content-security-policy']).split(';');
    expect(policy).toEqual(
      expect.arrayContaining([
        "default-src 'self'",
        "script-src 'self'",
        "style-src 'self' 'unsafe-inline'",
        "img-src 'self' data:",
        "frame-ancestors 'none'",
        "base-uri 'none'",
      ]),
    );
  });

  it('to an address that cannot be read is a problem', async () => {
    const response = await app.inject({ url: '/%E0%A4%A', headers: { host: LOCAL_HOST } });
    expectProblem(response, 400);
    expect(faults(response)[0]?.[0]).toBe('bad_request');
  });

  it('that refuses carries them too', async () => {
    const { headers } = await app.inject({ url: '/health', headers: { host: 'evil.example' } });
    expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
  });
});

describe('a defect', () => {
  const request = { url: '/api/v1/runs?name=secret', headers: { host: LOCAL_HOST } };

  beforeAll(() => {
    events.length = 0;
  });

  it('is answered as a problem that tells nothing of the inside', async () => {
    const response = await app.inject(request);
    expectProblem(response, 500);
    expect(faults(response)[0]?.[0]).toBe('internal_error');
    expect(response.body).not.toMatch(/no store|node_modules|\.ts/);
    expect(response.json<{ refusals: { at: string }[] }>().refusals[0]?.at).toBe(
      response.headers['x-request-id'],
    );
  });

  it('is logged by kind and place, without message, address or query', () => {
    expect(events.map(({ kind, route }) => `${kind} ${route}`)).toEqual([
      'defect /api/v1/runs',
      'answer /api/v1/runs',
    ]);
    expect(events[0]).toMatchObject({ error: 'Error', stack: expect.any(Array) as unknown });
    expect(JSON.stringify(events)).not.toMatch(/secret|no store/);
  });
});
