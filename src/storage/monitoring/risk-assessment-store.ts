import { sql, type Kysely } from 'kysely';
import type { KeptRiskAssessment, RiskAssessmentStore } from '#application/ports/risk-assessment-store';
import type { Database } from '#storage/database/connect';
import { decideRecord, keepRecord, type KeptKind } from '#storage/database/kept-and-decided';
import type { Tables } from '#storage/database/tables';
import { inScope } from '#storage/identity/in-scope';

/** An assessment may come too early, or another may have come before it. */
const ASSESSMENTS: KeptKind<'month_open' | 'undecided' | 'confirmed'> = {
  table: 'riskAssessment',
  decisions: 'riskAssessmentDecision',
  of: 'assessmentId',
  refused: {
    risk_assessment_month_open: 'month_open',
    risk_assessment_undecided: 'undecided',
    risk_assessment_confirmed: 'confirmed',
  },
};

/** The port on PostgreSQL; row security leaves out what lies outside of the scope. */
export function createRiskAssessmentStore(database: Database): RiskAssessmentStore {
  return {
    keep: (scope, assessment, now) => keepRecord(database, scope, ASSESSMENTS, assessment, now),
    decide: (scope, { id, madeBy }, decision, note, now) =>
      decideRecord(database, scope, ASSESSMENTS, { id, madeBy, decision, note }, now),

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
