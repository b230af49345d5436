import type { ColumnType, Generated } from 'kysely';
import type { NewRiskAssessment } from '#application/ports/risk-assessment-store';

type Immutable<T> = { readonly [Key in keyof T]: ColumnType<T[Key], T[Key], never> };

/** Assessments of the funds' risk and what was decided on them. */
export interface MonitoringTables {
  readonly riskAssessment: Immutable<NewRiskAssessment & { madeBy: string; madeAt: string }> & {
    readonly id: Generated<string>;
  };
  readonly riskAssessmentDecision: Immutable<{
    assessmentId: string;
    maker: string;
    decision: 'confirmed' | 'rejected';
    note: string;
    decidedBy: string;
    decidedAt: string;
  }>;
}
