import { describe, expect, it } from 'vitest';
import { refuseForeignHost, refuseForeignWrite } from '#http/local-caller';

describe('the Host of a request', () => {
  it.each(['localhost:4100', '127.0.0.1:4100', '[::1]:4100', 'LOCALHOST:4100'])('may be %s', (host) => {
    expect(refuseForeignHost({ host }, 4100)).toBeUndefined();
  });

  it.each([
    'localhost',
    'localhost:4101',
    'localhost:04100',
    '127.0.0.1.evil.example:4100',
    'evil.example:4100',
    'localhost.evil.example:4100',
    'localhost:4100.evil.example',
    'user@localhost:4100',
    '127.0.0.2:4100',
    '0.0.0.0:4100',
    '::1:4100',
    '',
  ])('may not be "%s"', (host) => {
    expect(refuseForeignHost({ host }, 4100)).toMatchObject({ code: 'foreign_host' });
  });

  it('may not be missing', () => {
    expect(refuseForeignHost({}, 4100)).toMatchObject({ code: 'foreign_host' });
  });

  it('may leave out the port only where it is that of HTTP', () => {
    expect(refuseForeignHost({ host: 'localhost' }, 80)).toBeUndefined();
    expect(refuseForeignHost({ host: 'localhost:80' }, 80)).toBeUndefined();
  });
});

describe('a write', () => {
  const json = { host: 'localhost:4100', 'content-type': 'application/json' };

  it('may come from a local program, which sends no Origin', () => {
    expect(refuseForeignWrite(json)).toBeUndefined();
  });

  it('may come from the console that this server serves', () => {
    const headers = { ...json, origin: 'http://localhost:4100', 'sec-fetch-site': 'same-origin' };
    expect(refuseForeignWrite(headers)).toBeUndefined();
  });

  it.each([
    'https://evil.example',
    'null',
    '',
    'http://localhost:4101',
    'https://localhost:4100',
    'http://127.0.0.1:4100',
  ])('may not come from the origin "%s"', (origin) => {
    expect(refuseForeignWrite({ ...json, origin })).toMatchObject({ code: 'foreign_origin' });
  });

  it.each(['cross-site', 'same-site'])('may not come from a page that the browser calls %s', (site) => {
    expect(refuseForeignWrite({ ...json, 'sec-fetch-site': site })).toMatchObject({ code: 'foreign_origin' });
  });

  it.each(['application/json', 'application/json; charset=utf-8', 'Application/JSON ;charset=utf-8'])(
    'may be declared as %s',
    (type) => {
      expect(refuseForeignWrite({ ...json, 'content-type': type })).toBeUndefined();
    },
  );

  it.each([
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'application/jsonp',
    'text/plain; application/json',
    '',
  ])('may not be declared as "%s", even when it is empty', (type) => {
    expect(refuseForeignWrite({ ...json, 'content-type': type })).toMatchObject({ code: 'not_json' });
  });

  it('needs no content type only where it brings no content', () => {
    expect(refuseForeignWrite({ host: 'localhost:4100' })).toBeUndefined();
    expect(refuseForeignWrite({ host: 'localhost:4100', 'content-length': '0' })).toBeUndefined();
    for (const content of [{ 'content-length': '2' }, { 'transfer-encoding': 'chunked' }]) {
      const refusal = refuseForeignWrite({ host: 'localhost:4100', ...content });
      expect(refusal).toMatchObject({ code: 'not_json' });
    }
  });
});
