import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Caller } from '#application/identity/caller';
import { makeFirstAdministrator } from '#application/identity/first-administrator';
import type { IdentityServices } from '#application/identity/services';
import { signIn } from '#application/identity/sign-in';
import type { Scope } from '#domain/identity/account';
import { present } from '#kernel/assert';
import type { Database } from '#storage/database/connect';
import { inScope } from '#storage/identity/in-scope';
import { createScryptPasswords } from '#storage/identity/scrypt-passwords';
import { describeOnPostgres } from '#tests/support/fresh-database';
import {
  addPerson,
  identityServices,
  makeAdministrators,
  PASSWORD,
  PEOPLE_NOW,
  sessionOf,
} from '#tests/support/identity-people';

const TABLES = ['identityUser', 'identityGrant', 'identityGrantDecision', 'breakGlass', 'accessLog'] as const;

function at(seconds: number): string {
  return new Date(Date.parse(PEOPLE_NOW) + seconds * 1000).toISOString();
}

describeOnPostgres('identity in the database', (fresh) => {
  let database: Database;
  let services: IdentityServices;
  let administrators: readonly [Caller, Caller];
  let [east, west] = ['', ''];

  beforeAll(async () => {
    database = fresh().connect('application');
    services = identityServices(database);
    administrators = await makeAdministrators(services);
    const user = { login: 'east', name: '东', department: 'finance', place: 'yunhai/linjiang' } as const;
    east = await addPerson(services, administrators, user, [['fund_maker', 'yunhai/linjiang']]);
    const other = { ...user, login: 'west', place: 'yunhai/xigang' };
    west = await addPerson(services, administrators, other, [['reader', 'yunhai/xigang']]);
    for (const place of ['yunhai/linjiang', 'yunhai/xigang']) {
      const entry = { at: PEOPLE_NOW, requestId: 'r', method: 'GET', route: '/x', record: null, status: 200 };
      await services.identityStore.logAccess([
        {
          ...entry,
          place,
          userId: place === 'yunhai/linjiang' ? east : west,
          department: 'finance',
          breakGlassId: null,
        },
      ]);
      const taken = {
        role: 'reader',
        place,
        department: 'finance',
        reason: 'r',
        startedAt: at(0),
        until: at(60),
      } as const;
      const userId = place === 'yunhai/linjiang' ? east : west;
      await services.identityStore.within({ userId, parts: [] }, (office) =>
        office.takeBreakGlass({ ...taken, userId }),
      );
    }
  });

  const countIn = (scope: Scope): Promise<readonly number[]> =>
    inScope(database, scope, async (transaction) => {
      const counts: number[] = [];
      for (const table of TABLES) {
        const { rows } = await sql<{ count: number }>`SELECT count(*)::integer AS count FROM ${sql.table(
          table.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
        )}`.execute(transaction);
        counts.push(rows[0]?.count ?? -1);
      }
      return counts;
    });

  describe('row security', () => {
    test('shows nothing to a connection without a scope, nor to one with the scope of another place', async () => {
      for (const table of TABLES) expect(await database.selectFrom(table).selectAll().execute()).toEqual([]);
      const nowhere = { userId: 'nobody', parts: [{ place: 'farland', department: '*' }] } as const;
      expect(await countIn(nowhere)).toEqual([0, 0, 0, 0, 0]);
    });

    test('shows a scope its places with all below, and no neighbour', async () => {
      const seen = { userId: 'nobody', parts: [{ place: 'yunhai/linjiang', department: '*' }] } as const;
      expect(await countIn(seen)).toEqual([1, 1, 1, 1, 1]);
      expect(await countIn({ ...seen, parts: [{ place: 'yunhai', department: '*' }] })).toEqual([
        4, 4, 4, 2, 2,
      ]);
      expect(await countIn({ ...seen, parts: [{ place: 'yunhai/lin', department: '*' }] })).toEqual([
        0, 0, 0, 0, 0,
      ]);
    });

    test('SC-3.2, SD-5.2: shows one department its own rows; grants belong to none', async () => {
      const seen = { userId: 'nobody', parts: [{ place: 'yunhai', department: 'tax' }] } as const;
      expect(await countIn(seen)).toEqual([0, 4, 4, 0, 0]);
      expect(await countIn({ ...seen, parts: [{ place: 'yunhai', department: 'finance' }] })).toEqual([
        2, 4, 4, 2, 2,
      ]);
    });

    test('leaves nothing of a scope on a pooled connection', async () => {
      const single = fresh().connect('application');
      await inScope(single, administrators[0].scope, () => Promise.resolve());
      expect(await single.selectFrom('identityUser').selectAll().execute()).toEqual([]);
    });

    test('lets nobody write in the name of another or outside of the scope', async () => {
      const request = {
        userId: east,
        home: 'yunhai/linjiang',
        role: 'reader',
        place: 'yunhai/linjiang',
        reason: 'r',
        requestedAt: at(0),
      } as const;
      const { scope } = administrators[0];
      const insert = (of: Scope, requestedBy: string | null): Promise<unknown> =>
        inScope(database, of, (within) =>
          within
            .insertInto('identityGrant')
            .values({ ...request, requestedBy })
            .execute(),
        );
      await expect(insert(scope, administrators[1].account.userId)).rejects.toMatchObject({ code: '42501' });
      await expect(insert(scope, null)).rejects.toMatchObject({ code: '42501' });
      const elsewhere = { ...scope, parts: [{ place: 'yunhai/xigang', department: '*' as const }] };
      await expect(insert(elsewhere, scope.userId)).rejects.toMatchObject({ code: '42501' });
    });

    test('does not hide anything from the auditing role, which writes nothing', async () => {
      const auditor = fresh().connect('auditor');
      expect(await auditor.selectFrom('identityUser').selectAll().execute()).toHaveLength(4);
      expect(await auditor.selectFrom('accessLog').selectAll().execute()).toHaveLength(2);
      await expect(sql`SELECT * FROM identity_credential`.execute(auditor)).rejects.toMatchObject({
        code: '42501',
      });
      await expect(sql`SELECT end_session('x', now())`.execute(auditor)).rejects.toMatchObject({
        code: '42501',
      });
    });
  });

  test.each([
    'SELECT * FROM identity_credential',
    'SELECT * FROM identity_session',
    'SELECT * FROM sign_in_attempt',
    'DELETE FROM access_log',
    'UPDATE access_log SET status = 200',
    'UPDATE identity_grant_decision SET decision = decision',
    'DELETE FROM break_glass',
    'TRUNCATE identity_user',
    "SELECT * FROM held_grants('x', now())",
  ])('the database refuses the application: %s', async (statement) => {
    await expect(sql.raw(statement).execute(database)).rejects.toMatchObject({ code: '42501' });
  });

  describe('the database itself, whatever the program decided,', () => {
    const decideAs = async (
      by: Caller,
      requestedBy: Caller,
      userId: string,
      home: string,
    ): Promise<unknown> => {
      const grantId = await inScope(database, requestedBy.scope, async (within) => {
        const row = await within
          .insertInto('identityGrant')
          .values({
            userId,
            home,
            role: 'reader',
            place: home,
            reason: 'r',
            requestedBy: requestedBy.account.userId,
            requestedAt: at(1),
          })
          .returning('id')
          .executeTakeFirstOrThrow();
        return row.id;
      });
      const requester = requestedBy.account.userId;
      const decidedBy = by.account.userId;
      return inScope(database, by.scope, (within) =>
        within
          .insertInto('identityGrantDecision')
          .values({ grantId, userId, requester, decision: 'confirmed', decidedBy, decidedAt: at(2) })
          .execute(),
      );
    };

    test('SC-3.3-a: refuses that who asked for a grant, or who gains by it, confirms it', async () => {
      const [ann, bob] = administrators;
      const broken = { constraint: 'identity_grant_second_person' };
      await expect(decideAs(ann, ann, east, 'yunhai/linjiang')).rejects.toMatchObject(broken);
      await expect(decideAs(bob, ann, bob.account.userId, 'yunhai')).rejects.toMatchObject(broken);
    });

    test('refuses a grant above the home of its user', async () => {
      const { scope } = administrators[0];
      const above = {
        userId: east,
        home: 'yunhai/linjiang',
        role: 'reader',
        place: 'yunhai',
        reason: 'r',
      } as const;
      await expect(
        inScope(database, scope, (within) =>
          within
            .insertInto('identityGrant')
            .values({ ...above, requestedBy: scope.userId, requestedAt: at(1) })
            .execute(),
        ),
      ).rejects.toMatchObject({ constraint: 'identity_grant_within_home' });
    });

    test('refuses emergency access for longer than eight hours, and its review by who took it', async () => {
      const taken = {
        role: 'reader',
        place: 'yunhai',
        department: 'finance',
        reason: 'r',
        userId: east,
      } as const;
      const take = (until: string): Promise<string> =>
        services.identityStore.within({ userId: east, parts: [] }, (office) =>
          office.takeBreakGlass({ ...taken, startedAt: at(0), until }),
        );
      await expect(take(at(8 * 3600 + 1))).rejects.toMatchObject({ constraint: 'break_glass_time' });
      const id = await take(at(8 * 3600));
      await expect(
        services.identityStore.within(
          { userId: east, parts: [{ place: 'yunhai', department: '*' }] },
          async (office) => {
            const found = present(await office.findBreakGlass(id), 'the access');
            return office.reviewBreakGlass(found, { finding: 'justified', note: 'n' }, east, at(1));
          },
        ),
      ).rejects.toMatchObject({ constraint: 'break_glass_second_person' });
    });

    test('makes two first administrators and no third, however many ask at once', async () => {
      const made = await Promise.all(
        ['dan', 'eva', 'fay'].map((login) =>
          services.identityStore.makeFirstAdministrator(
            { login, name: login, department: 'data', place: 'yunhai' },
            'h',
            at(0),
          ),
        ),
      );
      expect(made).toEqual(['set_up_over', 'set_up_over', 'set_up_over']);
      const user = { login: 'dan', name: 'Dan', department: 'data', place: 'yunhai' } as const;
      expect(await makeFirstAdministrator(services, user, PASSWORD, at(0))).toMatchObject({
        refusals: [{ code: 'set_up_over' }],
      });
    });
  });

  describe('a session', () => {
    test('ends when idle, when old, when signed out and with the account', async () => {
      const { identityStore, hash } = services;
      const found = async (token: string, seconds: number): Promise<boolean> =>
        (await identityStore.findAccount(hash(token), at(seconds), 30)) !== undefined;
      const idle = await sessionOf(services, east);
      expect([await found(idle.token, 29 * 60), await found(idle.token, 58 * 60)]).toEqual([true, true]);
      expect(await found(idle.token, 58 * 60 + 1800)).toBe(false);
      const old = await sessionOf(services, east);
      for (let minute = 0; minute < 720; minute += 25) expect(await found(old.token, minute * 60)).toBe(true);
      expect(await found(old.token, 720 * 60)).toBe(false);
      const out = await sessionOf(services, east);
      await identityStore.endSession(hash(out.token), at(5));
      expect(await found(out.token, 6)).toBe(false);
      expect(await found('some other token', 6)).toBe(false);
    });

    test('gains by emergency access until it is over or reviewed', async () => {
      const { token } = await sessionOf(services, west);
      const held = async (seconds: number): Promise<number> =>
        (await services.identityStore.findAccount(services.hash(token), at(seconds), 30))?.grants.length ?? 0;
      expect([await held(59), await held(60)]).toEqual([2, 1]);
    });
  });

  describe('signing in', () => {
    const tryTo = (login: string, password: string, seconds: number): Promise<string> =>
      signIn(services, login, password, at(seconds)).then(({ decision }) =>
        decision.allowed ? 'in' : (decision.refusals[0]?.code ?? ''),
      );

    test('takes the name in any case; refuses wrong password and unknown name in the same words', async () => {
      expect(await tryTo(' EAST', PASSWORD, 0)).toBe('in');
      expect(await tryTo('east', 'wrong', 0)).toBe('sign_in_refused');
      expect(await tryTo('nobody', PASSWORD, 0)).toBe('sign_in_refused');
    });

    test('slows down after five failures, for names known or not, and lets the right person in after the wait', async () => {
      for (const login of ['west', 'unheard']) {
        for (let count = 0; count < 5; count += 1)
          expect(await tryTo(login, 'wrong', 10)).toBe('sign_in_refused');
        expect(await tryTo(login, PASSWORD, 10)).toBe('slowed_down');
        expect(await tryTo(login, 'wrong', 11)).toBe('sign_in_refused');
        expect(await tryTo(login, PASSWORD, 12)).toBe('slowed_down');
      }
      expect(await tryTo('west', PASSWORD, 13)).toBe('in');
      expect(await tryTo('west', 'wrong', 13)).toBe('sign_in_refused');
    });

    test('counts attempts that come at once one by one', async () => {
      const all = await Promise.all(Array.from({ length: 12 }, () => tryTo('crowd', 'wrong', 20)));
      expect(all.filter((code) => code === 'sign_in_refused')).toHaveLength(5);
    });

    test('never waits longer than a quarter of an hour', async () => {
      let now = 100;
      for (let count = 0; count < 30; count += 1) {
        await tryTo('patient', 'wrong', now);
        now += 900;
      }
      expect(await tryTo('patient', 'wrong', now)).toBe('sign_in_refused');
    });

    test('renews a hash that was made under weaker parameters', async () => {
      const stronger = { ...services, passwords: createScryptPasswords({ log2N: 5, r: 8, p: 1 }) };
      expect((await signIn(stronger, 'east', PASSWORD, at(30))).decision.allowed).toBe(true);
      const start = await services.identityStore.beginSignIn('east', at(31));
      expect(start).toMatchObject({
        kind: 'known',
        hash: expect.stringContaining('$scrypt$ln=5,') as string,
      });
      expect(await tryTo('east', PASSWORD, 32)).toBe('in');
    });

    test('is over for an account that has ended', async () => {
      const { token } = await sessionOf(services, west);
      await services.identityStore.within(administrators[0].scope, (office) =>
        office.endUser(west, administrators[0].account.userId, 'r', at(40)),
      );
      expect(await tryTo('west', PASSWORD, 2000)).toBe('sign_in_refused');
      expect(await services.identityStore.findAccount(services.hash(token), at(41), 30)).toBeUndefined();
    });
  });
});
