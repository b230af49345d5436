import type { Fen } from '#kernel/fen';
import type { InsuranceType } from '#kernel/insurance-type';
import type { Rational } from '#kernel/rational';
import type { InsuranceYear } from '#kernel/insurance-year';

/** Insurance type (险种): employees (maternity included) or residents. Their money never mixes. */
export type Scheme = InsuranceType;

/** Amounts of a pool for a year; the pipeline decides which are needed. */
export interface PoolAmounts {
  readonly collections?: Fen;
  readonly priorCollections?: Fen;
  readonly revenue?: Fen;
  readonly expenditure?: Fen;
  readonly openingBalance?: Fen;
  readonly legacyBalance?: Fen;
  readonly priorLevy?: Fen;
  readonly breachLoss?: Fen;
  readonly collectionTask?: Fen;
  readonly auditedPriorGap?: Fen;
  readonly bondsRealised?: Fen;
  readonly sameLevelSubsidy?: Fen;
  readonly treasuryCover?: Fen;
  readonly emergency?: Fen;
}

export type PoolAmount = keyof PoolAmounts;

/** The conditions of allocation that are attested, not reckoned. */
export const ATTESTED_CONDITIONS = [
  'levyPaid',
  'breachesCorrected',
  'budgetMet',
  'enrolmentMet',
  'subsidyPaid',
] as const;

export type AttestedCondition = (typeof ATTESTED_CONDITIONS)[number];
export type EmergencyCause = 'public_health' | 'policy' | 'other';
export type GapCause = 'policy' | 'emergency' | 'proper' | 'dependency' | 'other';
export type ReleaseCause = 'epidemic' | 'disaster' | 'sudden';

/** One pool (统筹区) in one year. A missing member is unknown, never zero. */
export interface PoolFacts {
  readonly id: string;
  readonly amounts: PoolAmounts;
  readonly emergencyCause?: EmergencyCause;
  readonly gapCause?: GapCause;
  /** Score of the province's assessment, exact. */
  readonly assessmentScore?: Rational;
  /** Insured persons of the insurance type. */
  readonly insured?: bigint;
  /** Urban districts belong to the city's own finances; counties and county-level cities have their own. */
  readonly kind?: 'county' | 'district';
  readonly class?: 1 | 2 | 3;
  readonly conditions?: Readonly<Record<AttestedCondition, boolean>>;
}

export type PoolField = PoolAmount | Exclude<keyof PoolFacts, 'id' | 'amounts'>;

/** A decision to release part of the risk reserve to a pool. */
export interface ReserveRelease {
  readonly pool: string;
  readonly amount: Fen;
  readonly cause: ReleaseCause;
}

/** Money recovered (追回) from off-site care inside the province. */
export interface Recovery {
  readonly placeOfCare: string;
  readonly placeOfInsurance: string;
  readonly amount: Fen;
}

/** The facts from which a year's adjustment of one insurance type is reckoned. */
export interface AdjustmentFacts {
  readonly year: InsuranceYear;
  readonly scheme: Scheme;
  /** Pack values replaced for this run only, by name. */
  readonly replaced: Readonly<Record<string, string>>;
  readonly fund: { readonly openingBalance: Fen; readonly interest: Fen; readonly otherIncome: Fen };
  readonly pools: readonly PoolFacts[];
  readonly recoveries: readonly Recovery[];
  readonly reserveReleases: readonly ReserveRelease[];
  /**
   * The meaning of a given cover of a deficit: `exact`, the amount itself, which must not exceed the deficit;
   * `at_most`, where a scenario changes the deficit, the most that the treasury would give.
   */
  readonly treasuryCover: 'exact' | 'at_most';
}
