import type { InsuranceType } from '#kernel/insurance-type';

export type PanelScheme = InsuranceType;

export const PANEL_SCHEMES: readonly PanelScheme[] = ['employee', 'resident'];

/** The conditions of an allocation that are facts of the year; the sixth follows from the balance (JX-R4). */
export const CONDITION_FIELDS = [
  'levyPaid',
  'breachesCorrected',
  'budgetMet',
  'enrolmentMet',
  'subsidyPaid',
] as const;

export type ConditionField = (typeof CONDITION_FIELDS)[number];

export const FUND_FIELDS = ['openingBalance', 'interest', 'otherIncome'] as const;

export type FundField = (typeof FUND_FIELDS)[number];

/** How the text of a figure is written; a list names the words of which it is one. */
export type FieldContent =
  'amount' | 'signed_amount' | 'persons' | 'score' | 'class' | 'flag' | readonly string[];

/**
 * What a panel may tell of a pool, by the names of the command contract and in the order in which a panel lists
 * it. Which of them a panel must tell follows from the mechanisms of its pack.
 */
const POOL_CONTENTS = {
  collections: 'amount',
  priorCollections: 'amount',
  revenue: 'amount',
  expenditure: 'amount',
  openingBalance: 'signed_amount',
  insured: 'persons',
  legacyBalance: 'amount',
  priorLevy: 'amount',
  breachLoss: 'amount',
  assessmentScore: 'score',
  gapCause: ['policy', 'emergency', 'proper', 'dependency', 'other'],
  kind: ['county', 'district'],
  class: 'class',
  collectionTask: 'amount',
  auditedPriorGap: 'amount',
  bondsRealised: 'amount',
  sameLevelSubsidy: 'amount',
  treasuryCover: 'amount',
  emergency: 'amount',
  emergencyCause: ['public_health', 'policy', 'other'],
  'conditions.levyPaid': 'flag',
  'conditions.breachesCorrected': 'flag',
  'conditions.budgetMet': 'flag',
  'conditions.enrolmentMet': 'flag',
  'conditions.subsidyPaid': 'flag',
} as const satisfies Readonly<Record<string, FieldContent>>;

export type PoolField = keyof typeof POOL_CONTENTS;

export const POOL_FIELDS: ReadonlyMap<PoolField, FieldContent> = new Map(
  Object.entries(POOL_CONTENTS) as [PoolField, FieldContent][],
);

export type PanelField = PoolField | FundField | 'amount' | 'cause';

export const FUND_CONTENTS: ReadonlyMap<PanelField, FieldContent> = new Map<PanelField, FieldContent>(
  FUND_FIELDS.map((field) => [field, 'amount']),
);

export const RECOVERY_CONTENTS: ReadonlyMap<PanelField, FieldContent> = new Map<PanelField, FieldContent>([
  ['amount', 'amount'],
]);

export const RELEASE_CAUSES = ['epidemic', 'disaster', 'sudden'] as const;

export const RELEASE_CONTENTS: ReadonlyMap<PanelField, FieldContent> = new Map<PanelField, FieldContent>([
  ['amount', 'amount'],
  ['cause', RELEASE_CAUSES],
]);

/** What a panel must hold to be whole: insurance types in force, and the figures that their rule reckons from. */
export interface PanelNeeds {
  readonly schemes: readonly PanelScheme[];
  readonly fields: ReadonlySet<PoolField>;
}

export function isPoolField(text: string): text is PoolField {
  return Object.hasOwn(POOL_CONTENTS, text);
}
