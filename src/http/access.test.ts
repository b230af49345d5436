import { describe, expect, it } from 'vitest';
import { describeAccess } from '#http/access';
import { localServer } from '#tests/support/local-server';

const answer = (): string => 'x';

describe('registering a route', () => {
  it('fails without a declaration of who may call it', () => {
    expect(() => localServer().get('/open', answer)).toThrow('the route GET /open declares its access');
  });

  it('fails where anyone could write', () => {
    const config = { access: 'anyone on this machine' } as const;
    expect(() => localServer().post('/open', { config }, answer)).toThrow(
      'the route POST /open writes, so not anyone may call it',
    );
  });

  it('succeeds with one', async () => {
    const app = localServer();
    app.get('/open', { config: { access: 'anyone on this machine' } }, answer);
    await expect(app.ready()).resolves.toBeDefined();
  });

  it('makes the start fail where a plugin forgets it', async () => {
    const app = localServer();
    app.register((scope) =>
      Promise.resolve().then(() => {
        scope.delete('/forgotten', answer);
      }),
    );
    await expect(app.ready()).rejects.toThrow('the route DELETE /forgotten declares its access');
  });

  it('fails where a role or the place in the address is missing', () => {
    const without = { config: { access: { roles: [], place: 'own places' } } } as const;
    expect(() => localServer().get('/open', without, answer)).toThrow('the route GET /open names a role');
    const astray = { config: { access: { roles: ['auditor'], place: 'params.place' } } } as const;
    expect(() => localServer().get('/open/:pool', astray, answer)).toThrow(
      'the address of GET /open/:pool holds its place',
    );
  });

  it('fails where the address names a record whose place the access log would not know', () => {
    const config = { access: { roles: ['auditor'], place: 'own places' } } as const;
    expect(() => localServer().get('/things/:id', { config }, answer)).toThrow(
      'the access log knows what :id of GET /things/:id names',
    );
  });

  it('is told in one line', () => {
    expect(describeAccess('local console')).toBe('local console');
    expect(describeAccess({ roles: ['fund_maker', 'fund_checker'], place: 'params.place' })).toBe(
      'fund_maker or fund_checker; place in params.place',
    );
    expect(
      describeAccess({ roles: 'anyone signed in', place: 'own places', withInitialPassword: true }),
    ).toBe('anyone signed in; own places, even with the initial password');
  });
});
