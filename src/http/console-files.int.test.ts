import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { HttpApp } from '#http/services';
import { LOCAL_HOST, localServer } from '#tests/support/local-server';
import { makeTempFolder, removeTempFolder } from '#tests/support/temp-folder';

type Answer = Awaited<ReturnType<HttpApp['inject']>>;

describe('the console', () => {
  let folder: string;
  let app: HttpApp;
  const get = (url: string): Promise<Answer> => app.inject({ url, headers: { host: LOCAL_HOST } });

  beforeAll(async () => {
    const above = await makeTempFolder();
    folder = join(above, 'console');
    await mkdir(join(folder, 'assets'), { recursive: true });
    await writeFile(join(above, 'secret.txt'), 'secret');
    await writeFile(join(folder, 'index.html'), '<!doctype html><title>统筹</title>');
    await writeFile(join(folder, 'icon.svg'), '<svg/>');
    await writeFile(join(folder, '.hidden.js'), 'hidden');
    await writeFile(join(folder, 'assets', 'main-abc123.js'), 'run()');
    app = localServer({ consoleFolder: folder });
    await app.ready();
  });

  afterAll(async () => {
    await app.close();
    await removeTempFolder(join(folder, '..'));
  });

  it.each(['/', '/runs', '/runs/0123/figures?figure=levy/east'])(
    'is opened by %s, never cached',
    async (url) => {
      const response = await get(url);
      expect(response.statusCode).toBe(200);
      expect(response.body).toContain('统筹');
      expect(response.headers).toMatchObject({
        'content-type': 'text/html; charset=utf-8',
        'cache-control': 'no-cache',
      });
    },
  );

  it('has files with a hash in their name, which are cached for good', async () => {
    const response = await get('/assets/main-abc123.js');
    expect(response.body).toBe('run()');
    expect(response.headers['cache-control']).toBe('public, max-age=31536000, immutable');
  });

  it('has other files, which are asked for again each time', async () => {
    const response = await get('/icon.svg');
    expect(response.body).toBe('<svg/>');
    expect(response.headers['cache-control']).toBe('no-cache');
  });

  it.each([
    '/missing.svg',
    '/assets/missing.js',
    '/assets/',
    '/assets/../index.html/x.js',
    '/../secret.txt',
    '/..%2fsecret.txt',
    '/assets/..%2f..%2f..%2fsecret.txt',
    '/.hidden.js',
    '/api',
    '/api/v1/nothing',
    '/api/v1/runs.html',
  ])('has nothing at %s', async (url) => {
    const response = await get(url);
    expect([403, 404]).toContain(response.statusCode);
    expect(response.headers['content-type']).toBe('application/problem+json');
    expect(response.body).not.toContain('"secret"');
  });

  it('is not there where it is not built', async () => {
    const bare = localServer();
    const response = await bare.inject({ url: '/', headers: { host: LOCAL_HOST } });
    expect(response.statusCode).toBe(404);
  });
});
