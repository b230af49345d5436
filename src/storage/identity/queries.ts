import { sql, type Kysely } from 'kysely';
import type { GrantState } from '#domain/identity/grant';
import type { Tables } from '#storage/database/tables';

/* The queries' types are long and follow from their columns; callers check them against the port. */
export function selectUsers(within: Kysely<Tables>) {
  return within
    .selectFrom('identityUser')
    .select(['id', 'login', 'name', 'department', 'place', 'createdBy', 'createdAt'])
    .select((row) =>
      row
        .selectFrom('identityUserEnd')
        .select('endedAt')
        .whereRef('identityUserEnd.userId', '=', 'identityUser.id')
        .as('endedAt'),
    );
}

/** Grants with what was decided; what ended is ended whatever it was before. */
export function selectGrants(within: Kysely<Tables>) {
  return within
    .selectFrom('identityGrant')
    .leftJoin('identityGrantDecision as d', 'd.grantId', 'identityGrant.id')
    .leftJoin('identityGrantEnd as e', 'e.grantId', 'identityGrant.id')
    .select([
      'identityGrant.id',
      'identityGrant.userId',
      'identityGrant.role',
      'identityGrant.place',
      'identityGrant.reason',
      'identityGrant.requestedBy',
      'identityGrant.requestedAt',
      'd.decidedBy',
      'd.decidedAt',
      'e.endedBy',
      'e.endedAt',
    ])
    .select(
      sql<GrantState>`CASE WHEN e.grant_id IS NOT NULL THEN 'ended' ELSE coalesce(d.decision, 'requested') END`.as(
        'state',
      ),
    );
}

export function selectBreakGlass(within: Kysely<Tables>) {
  return within
    .selectFrom('breakGlass')
    .leftJoin('breakGlassReview as r', 'r.breakGlassId', 'breakGlass.id')
    .select([
      'breakGlass.id',
      'breakGlass.userId',
      'breakGlass.role',
      'breakGlass.place',
      'breakGlass.department',
      'breakGlass.reason',
      'breakGlass.startedAt',
      'breakGlass.until',
      'r.reviewedBy',
      'r.reviewedAt',
      'r.finding',
      'r.note',
    ]);
}
