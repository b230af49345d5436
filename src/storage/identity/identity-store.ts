import { sql } from 'kysely';
import type { BoundUser, IdentityStore, PersonName, SignInStart } from '#application/ports/identity-store';
import type { Account } from '#domain/identity/account';
import type { Department } from '#domain/identity/department';
import { present } from '#kernel/assert';
import type { Database } from '#storage/database/connect';
import { transact } from '#storage/database/transact';
import { createIdentityOffice } from '#storage/identity/identity-office';
import { createPlaceFinder } from '#storage/identity/places-of-records';

interface SignInRow {
  readonly waitSeconds: number;
  readonly userId: string | null;
  readonly hash: string | null;
  readonly place: string | null;
  readonly department: Department | null;
}

/** The port on PostgreSQL. Credentials and sessions are reached only by the functions of migration 6. */
export function createIdentityStore(database: Database): IdentityStore {
  return {
    async beginSignIn(login, now): Promise<SignInStart> {
      const { rows } = await sql<SignInRow>`SELECT * FROM begin_sign_in(${login}, ${now})`.execute(database);
      const [found] = rows;
      if (found === undefined) return { kind: 'unknown' };
      if (found.waitSeconds > 0) return { kind: 'wait', seconds: found.waitSeconds };
      return {
        kind: 'known',
        userId: present(found.userId, 'a user'),
        hash: present(found.hash, 'a hash'),
        place: present(found.place, 'a place'),
        department: present(found.department, 'a department'),
      };
    },

    async openSession(tokenHash, userId, now, until) {
      await sql`SELECT open_session(${tokenHash}, ${userId}, ${now}, ${until})`.execute(database);
    },

    async findAccount(tokenHash, now, idleMinutes) {
      const { rows } = await sql<{ account: Account | null }>`
        SELECT session_account(${tokenHash}, ${now}, make_interval(mins => ${idleMinutes}::integer)) AS account`.execute(
        database,
      );
      return rows[0]?.account ?? undefined;
    },

    async endSession(tokenHash, now) {
      const { rows } = await sql<{ byProvider: boolean | null }>`
        SELECT end_session(${tokenHash}, ${now}) AS by_provider`.execute(database);
      return rows[0]?.byProvider === true;
    },

    async findBoundUser(issuer, subject) {
      const { rows } = await sql<BoundUser>`SELECT * FROM bound_user(${issuer}, ${subject})`.execute(
        database,
      );
      return rows[0];
    },

    async openProviderSession(tokenHash, userId, now, until) {
      await sql`SELECT open_provider_session(${tokenHash}, ${userId}, ${now}, ${until})`.execute(database);
    },

    async rehashPassword(userId, oldHash, newHash) {
      await sql`SELECT rehash_password(${userId}, ${oldHash}, ${newHash})`.execute(database);
    },

    async countAdministrators() {
      const { rows } = await sql<{ count: number }>`SELECT administrator_count() AS count`.execute(database);
      return present(rows[0], 'a count').count;
    },

    async makeFirstAdministrator({ login, name, department, place }, hash, now) {
      const { rows } = await sql<{ refused: 'set_up_over' | 'login_taken' | null }>`
        SELECT make_first_administrator(${login}, ${name}, ${department}, ${place}, ${hash}, ${now}) AS refused`.execute(
        database,
      );
      return present(rows[0], 'an answer').refused ?? 'made';
    },

    async namePeople(ids) {
      const { rows } = await sql<PersonName>`SELECT * FROM named_people(${ids}::text[])`.execute(database);
      return rows;
    },

    findPlacesOf: createPlaceFinder(database),

    async logAccess(lines) {
      await database.insertInto('accessLog').values(lines).execute();
    },

    within: (scope, work) =>
      transact(database, scope, (transaction) => work(createIdentityOffice(transaction))),
  };
}
