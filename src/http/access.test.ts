import { describe, expect, it } from 'vitest';
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
});
