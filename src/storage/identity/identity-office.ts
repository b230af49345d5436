import { sql, type Kysely } from 'kysely';
import type { IdentityOffice } from '#application/ports/identity-store';
import { assert, present } from '#kernel/assert';
import type { Tables } from '#storage/database/tables';
import { selectAccess } from '#storage/identity/access-log';
import { bindingOffice } from '#storage/identity/binding-office';
import { selectBreakGlass, selectGrants, selectUsers } from '#storage/identity/queries';

type Within = Kysely<Tables>;

/** What a scope's transaction sees and records; row security leaves out the rest. */
export function createIdentityOffice(within: Within): IdentityOffice {
  return {
    ...userOffice(within),
    ...grantOffice(within),
    ...breakGlassOffice(within),
    ...bindingOffice(within),
    listAccess: (limit, filter = {}) =>
      selectAccess(within, filter).orderBy('number', 'desc').limit(limit).execute(),
  };
}

function userOffice(
  within: Within,
): Pick<IdentityOffice, 'listUsers' | 'findUser' | 'addUser' | 'endUser' | 'setPassword'> {
  return {
    listUsers: () => selectUsers(within).orderBy('identityUser.login').execute(),
    findUser: (id) => selectUsers(within).where('identityUser.id', '=', id).executeTakeFirst(),

    async addUser(user, by, now) {
      const row = await within
        .insertInto('identityUser')
        .values({ ...user, createdBy: by, createdAt: now })
        .onConflict((conflict) => conflict.column('login').doNothing())
        .returning('id')
        .executeTakeFirst();
      return row?.id;
    },

    async endUser(userId, endedBy, reason, endedAt) {
      await within
        .insertInto('identityUserEnd')
        .values({ userId, endedBy, reason, endedAt })
        .onConflict((conflict) => conflict.column('userId').doNothing())
        .execute();
    },

    async setPassword(userId, { hash, mustChange }, now, keptToken) {
      const { rows } = await sql<{ isSet: boolean }>`
        SELECT set_password(${userId}, ${hash}, ${mustChange}, ${now}, ${keptToken ?? null}) AS is_set`.execute(
        within,
      );
      assert(rows[0]?.isSet === true, 'a password is set only for a user within the scope');
    },
  };
}

function grantOffice(
  within: Within,
): Pick<IdentityOffice, 'listGrants' | 'findGrant' | 'requestGrant' | 'decideGrant' | 'endGrant'> {
  return {
    listGrants: (userId) =>
      selectGrants(within)
        .$if(userId !== undefined, (query) => query.where('identityGrant.userId', '=', userId ?? ''))
        .orderBy('identityGrant.requestedAt', 'desc')
        .orderBy('identityGrant.id')
        .execute(),
    findGrant: (id) => selectGrants(within).where('identityGrant.id', '=', id).executeTakeFirst(),

    async requestGrant({ user, role, place, reason }, by, now) {
      const row = await within
        .insertInto('identityGrant')
        .values({
          userId: user.id,
          home: user.place,
          role,
          place,
          reason,
          requestedBy: by,
          requestedAt: now,
        })
        .returning('id')
        .executeTakeFirst();
      return present(row, 'the grant as it was just requested').id;
    },

    async decideGrant(grant, decision, decidedBy, decidedAt) {
      const { id: grantId, userId, requestedBy } = grant;
      const row = await within
        .insertInto('identityGrantDecision')
        .values({ grantId, userId, requester: requestedBy ?? '', decision, decidedBy, decidedAt })
        .onConflict((conflict) => conflict.column('grantId').doNothing())
        .returning('grantId')
        .executeTakeFirst();
      return row !== undefined;
    },

    async endGrant(grantId, endedBy, reason, endedAt) {
      const row = await within
        .insertInto('identityGrantEnd')
        .values({ grantId, endedBy, reason, endedAt })
        .onConflict((conflict) => conflict.column('grantId').doNothing())
        .returning('grantId')
        .executeTakeFirst();
      return row !== undefined;
    },
  };
}

function breakGlassOffice(
  within: Within,
): Pick<IdentityOffice, 'takeBreakGlass' | 'listBreakGlass' | 'findBreakGlass' | 'reviewBreakGlass'> {
  return {
    async takeBreakGlass(taken) {
      const row = await within.insertInto('breakGlass').values(taken).returning('id').executeTakeFirst();
      return present(row, 'the access as it was just taken').id;
    },
    listBreakGlass: () => selectBreakGlass(within).orderBy('breakGlass.startedAt', 'desc').execute(),
    findBreakGlass: (id) => selectBreakGlass(within).where('breakGlass.id', '=', id).executeTakeFirst(),

    async reviewBreakGlass({ id, userId }, { finding, note }, reviewedBy, reviewedAt) {
      const row = await within
        .insertInto('breakGlassReview')
        .values({ breakGlassId: id, userId, finding, note, reviewedBy, reviewedAt })
        .onConflict((conflict) => conflict.column('breakGlassId').doNothing())
        .returning('breakGlassId')
        .executeTakeFirst();
      return row !== undefined;
    },
  };
}
