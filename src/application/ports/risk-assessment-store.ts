import type { Scope } from '#domain/identity/account';
import type { InsuranceType } from '#kernel/insurance-type';
import type { Month } from '#kernel/month';

/** The fund or pool assessed, and the month at whose end. */
export interface RiskAssessmentKey {
  readonly subject: string;
  readonly insuranceType: InsuranceType;
  readonly month: Month;
}

export interface NewRiskAssessment extends RiskAssessmentKey {
  readonly place: string;
  /** Pools whose books it rests on. */
  readonly books: readonly string[];
  /** Number of the last event it includes. */
  readonly head: bigint;
  readonly packHash: string;
  /** Canonical JSON: the figures and the measures. */
  readonly content: string;
  readonly contentHash: string;
}

/** A stored assessment with its decision. */
export interface KeptRiskAssessment extends Omit<NewRiskAssessment, 'content'> {
  readonly id: string;
  readonly madeBy: string;
  readonly madeAt: string;
  readonly state: 'proposed' | 'confirmed' | 'rejected';
  readonly decidedBy: string | null;
  readonly decidedAt: string | null;
  readonly note: string | null;
}

/** Yearly or more frequent assessments of the funds' risk; row security leaves out what lies outside of a scope. */
export interface RiskAssessmentStore {
  /** Stores an assessment for another person to decide; a month has at most one undecided or confirmed. */
  keep(
    scope: Scope,
    assessment: NewRiskAssessment,
    now: string,
  ): Promise<{ readonly id: string } | { readonly refusal: 'month_open' | 'undecided' | 'confirmed' }>;
  /** Decides an assessment; false where someone decided it meanwhile. */
  decide(
    scope: Scope,
    assessment: KeptRiskAssessment,
    decision: 'confirmed' | 'rejected',
    note: string,
    now: string,
  ): Promise<boolean>;
  find(scope: Scope, id: string): Promise<(KeptRiskAssessment & { readonly content: string }) | undefined>;
  /** Lists assessments, newest month first. */
  list(scope: Scope, key?: Partial<RiskAssessmentKey>): Promise<readonly KeptRiskAssessment[]>;
}
