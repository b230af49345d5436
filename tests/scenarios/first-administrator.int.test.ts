import { expect, test } from 'vitest';
import { signIn } from '#application/identity/sign-in';
import type { OpenedStore } from '#cli/services';
import { allow } from '#kernel/decision';
import { createIdentityStore } from '#storage/identity/identity-store';
import { describeOnPostgres, type FreshDatabase } from '#tests/support/fresh-database';
import { identityServices, PASSWORD, PEOPLE_NOW } from '#tests/support/identity-people';
import { runRecorded, type Heard } from '#tests/support/recorded-command';

/** What the command asks of the database, and nothing more. */
function openedStore(fresh: FreshDatabase): OpenedStore {
  const asked: Pick<OpenedStore, 'identityStore' | 'close'> = {
    identityStore: createIdentityStore(fresh.connect('application')),
    close: () => Promise.resolve(),
  };
  return asked as OpenedStore;
}

describeOnPostgres('tongchou admin first', (fresh) => {
  const first = (login: string, password: string | undefined, more: readonly string[] = []): Promise<Heard> =>
    runRecorded(
      [
        'admin',
        'first',
        '--login',
        login,
        '--name',
        '甲',
        '--place',
        'yunhai',
        '--password-file',
        '-',
        ...more,
      ],
      {
        readText: () => Promise.resolve(password),
        now: () => PEOPLE_NOW,
        passwords: identityServices(fresh().connect('application')).passwords,
        openStore: () => Promise.resolve(allow(openedStore(fresh()))),
      },
    );

  test('refuses a weak password, a bad name or place, and another department', async () => {
    expect((await first('one', undefined)).err).toContain('file_not_found');
    expect(await first('one', 'short')).toMatchObject({
      status: 1,
      err: expect.stringContaining('password_length') as string,
    });
    const wrong = await first('1', PASSWORD, ['--place', 'Yun Hai']);
    expect(wrong.err.match(/^\w+/gm)).toEqual(['bad_login', 'bad_place']);
    expect((await first('one', PASSWORD, ['--department', 'audit'])).status).toBe(2);
  });

  test('makes two administrators, who can sign in, and no third', async () => {
    expect(await first('one', `${PASSWORD}\n`)).toMatchObject({
      status: 0,
      out: '已建立管理员：one yunhai\n',
    });
    expect((await first('one', PASSWORD)).err).toContain('login_taken');
    expect((await first('two', PASSWORD)).status).toBe(0);
    expect((await first('three', PASSWORD)).err).toContain('set_up_over');
    const services = identityServices(fresh().connect('application'));
    expect((await signIn(services, 'one', PASSWORD, PEOPLE_NOW)).decision.allowed).toBe(true);
  });
});
