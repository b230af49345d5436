import { sql, type Kysely } from 'kysely';
import type { IdentityOffice } from '#application/ports/identity-store';
import type { GrantState } from '#domain/identity/grant';
import { present } from '#kernel/assert';
import { collisionOf } from '#storage/database/collision';
import type { Tables } from '#storage/database/tables';

type BindingOffice = Pick<
  IdentityOffice,
  'listBindings' | 'findBinding' | 'requestBinding' | 'decideBinding' | 'endBinding'
>;

/** What a scope's transaction sees and records of bindings to a provider of identities. */
export function bindingOffice(within: Kysely<Tables>): BindingOffice {
  return {
    listBindings: () => selectBindings(within).orderBy('b.requestedAt', 'desc').orderBy('b.id').execute(),
    findBinding: (id) => selectBindings(within).where('b.id', '=', id).executeTakeFirst(),

    async requestBinding(wanted, requestedBy, requestedAt) {
      const row = await within
        .insertInto('identityBinding')
        .values({ ...wanted, requestedBy, requestedAt })
        .returning('id')
        .executeTakeFirst();
      return present(row, 'the binding as it was just requested').id;
    },

    async decideBinding({ id: bindingId, userId, requestedBy }, decision, decidedBy, decidedAt) {
      try {
        const row = await within
          .insertInto('identityBindingDecision')
          .values({ bindingId, userId, requestedBy, decision, decidedBy, decidedAt })
          .onConflict((conflict) => conflict.column('bindingId').doNothing())
          .returning('bindingId')
          .executeTakeFirst();
        return row === undefined ? 'decided' : 'recorded';
      } catch (error) {
        const collision = collisionOf(error, { identity_binding_free: 'bound' } as const);
        if (collision === undefined) throw error;
        return collision;
      }
    },

    async endBinding(bindingId, endedBy, reason, endedAt) {
      const row = await within
        .insertInto('identityBindingEnd')
        .values({ bindingId, endedBy, reason, endedAt })
        .onConflict((conflict) => conflict.column('bindingId').doNothing())
        .returning('bindingId')
        .executeTakeFirst();
      return row !== undefined;
    },
  };
}

/* The query's type is long and follows from its columns; callers check it against the port. */
function selectBindings(within: Kysely<Tables>) {
  return within
    .selectFrom('identityBinding as b')
    .leftJoin('identityBindingDecision as d', 'd.bindingId', 'b.id')
    .leftJoin('identityBindingEnd as e', 'e.bindingId', 'b.id')
    .select([
      'b.id',
      'b.userId',
      'b.issuer',
      'b.subject',
      'b.reason',
      'b.requestedBy',
      'b.requestedAt',
      'd.decidedBy',
      'd.decidedAt',
      'e.endedBy',
      'e.endedAt',
    ])
    .select(
      sql<GrantState>`CASE WHEN e.binding_id IS NOT NULL THEN 'ended' ELSE coalesce(d.decision, 'requested') END`.as(
        'state',
      ),
    );
}
