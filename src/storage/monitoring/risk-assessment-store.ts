import { sql, type Kysely } from 'kysely';
import pg from 'pg';
import type { KeptRiskAssessment, RiskAssessmentStore } from '#application/ports/risk-assessment-store';
import type { Database } from '#storage/database/connect';
import type { Tables } from '#storage/database/tables';
import { inScope } from '#storage/identity/in-scope';

/** SQL state of what the tables' own rules raise. */
const RAISED = 'P0001';

/** The port on PostgreSQL; row security leaves out what lies outside of the scope. */
export function createRiskAssessmentStore(database: Database): RiskAssessmentStore {
  return {
    async keep(scope, assessment, now) {
      try {
        const row = await inScope(database, scope, (within) =>
          within
            .insertInto('riskAssessment')
            .values({ ...assessment, madeBy: scope.userId, madeAt: now })
            .returning('id')
            .executeTakeFirstOrThrow(),
        );
        return { id: row.id };
      } catch (error) {
        return { refusal: refusalOf(error) };
      }
    },

    decide: (scope, { id, madeBy }, decision, note, now) =>
      inScope(database, scope, async (within) => {
        const row = await within
          .insertInto('riskAssessmentDecision')
          .values({
            assessmentId: id,
            maker: madeBy,
            decision,
            note,
            decidedBy: scope.userId,
            decidedAt: now,
          })
          .onConflict((conflict) => conflict.column('assessmentId').doNothing())
          .returning('assessmentId')
          .executeTakeFirst();
        return row !== undefined;
      }),

    find: (scope, id) =>
      inScope(database, scope, (within) =>
        selectAssessments(within).select('a.content').where('a.id', '=', id).executeTakeFirst(),
      ),

    list: (scope, key = {}) =>
      inScope(database, scope, (within) => {
        let query = selectAssessments(within);
        for (const name of ['subject', 'insuranceType', 'month'] as const) {
          const value = key[name];
          if (value !== undefined) query = query.where(`a.${name}`, '=', value as never);
        }
        return query
          .orderBy('a.month', 'desc')
          .orderBy(sql`a.subject COLLATE "C"`)
          .orderBy('a.insuranceType')
          .orderBy('a.madeAt', 'desc')
          .execute();
      }),
  };
}

/* The query's type is long and follows from its columns; callers check it against the port. */
function selectAssessments(within: Kysely<Tables>) {
  return within
    .selectFrom('riskAssessment as a')
    .leftJoin('riskAssessmentDecision as d', 'd.assessmentId', 'a.id')
    .select(['a.id', 'a.place', 'a.subject', 'a.insuranceType', 'a.month', 'a.books', 'a.head'])
    .select(['a.packHash', 'a.contentHash', 'a.madeBy', 'a.madeAt', 'd.decidedBy', 'd.decidedAt', 'd.note'])
    .select(sql<KeptRiskAssessment['state']>`coalesce(d.decision, 'proposed')`.as('state'));
}

/** What the tables' rules say of an assessment that comes too early, or that another has come before. */
function refusalOf(error: unknown): 'month_open' | 'undecided' | 'confirmed' {
  if (!(error instanceof pg.DatabaseError) || error.code !== RAISED) throw error;
  switch (error.message) {
    case 'risk_assessment_month_open':
      return 'month_open';
    case 'risk_assessment_undecided':
      return 'undecided';
    case 'risk_assessment_confirmed':
      return 'confirmed';
    default:
      throw error;
  }
}
