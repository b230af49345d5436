import type { InsuranceType } from '#kernel/insurance-type';

/**
 * The input of an adjustment as it is given: amounts, rates and scores are text. Its shape is checked at the
 * door (`contract`); what the texts say is checked in `read-facts`.
 */
export interface AdjustmentRequest {
  readonly year: number;
  readonly scheme: InsuranceType;
  readonly values?: Readonly<Partial<Record<ReplaceableValue, string>>> | undefined;
  readonly fund: { readonly openingBalance: string; readonly interest: string; readonly otherIncome: string };
  readonly pools: readonly PoolRequest[];
  readonly recoveries?: readonly RecoveryRequest[] | undefined;
  readonly reserveReleases?:
    | readonly {
        readonly pool: string;
        readonly amount: string;
        readonly cause: 'epidemic' | 'disaster' | 'sudden';
      }[]
    | undefined;
}

/** Values that a run may replace, with the unit in which each is given. */
export const REPLACEABLE_VALUES = {
  levy_rate: 'rate',
  gap_share: 'rate',
  reserve_share: 'rate',
  incentive_share: 'rate',
  target_months: 'month',
} as const;

export type ReplaceableValue = keyof typeof REPLACEABLE_VALUES;

export interface PoolRequest {
  readonly id: string;
  readonly collections?: string | undefined;
  readonly priorCollections?: string | undefined;
  readonly revenue?: string | undefined;
  readonly expenditure?: string | undefined;
  readonly openingBalance?: string | undefined;
  readonly legacyBalance?: string | undefined;
  readonly priorLevy?: string | undefined;
  readonly insured?: number | undefined;
  readonly breachLoss?: string | undefined;
  readonly assessmentScore?: string | undefined;
  readonly gapCause?: 'policy' | 'emergency' | 'proper' | 'dependency' | 'other' | undefined;
  readonly kind?: 'county' | 'district' | undefined;
  readonly class?: 1 | 2 | 3 | undefined;
  readonly collectionTask?: string | undefined;
  readonly auditedPriorGap?: string | undefined;
  readonly bondsRealised?: string | undefined;
  readonly sameLevelSubsidy?: string | undefined;
  readonly treasuryCover?: string | undefined;
  readonly emergency?: string | undefined;
  readonly emergencyCause?: 'public_health' | 'policy' | 'other' | undefined;
  readonly conditions?:
    | {
        readonly levyPaid: boolean;
        readonly breachesCorrected: boolean;
        readonly budgetMet: boolean;
        readonly enrolmentMet: boolean;
        readonly subsidyPaid: boolean;
      }
    | undefined;
}

export interface RecoveryRequest {
  readonly placeOfCare: string;
  readonly placeOfInsurance: string;
  readonly amount: string;
}
