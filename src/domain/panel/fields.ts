export type PanelScheme = 'employee' | 'resident';

export const PANEL_SCHEMES: readonly PanelScheme[] = ['employee', 'resident'];

/** The amounts of a pool, by the names of the command contract. */
export const POOL_AMOUNT_FIELDS = [
  'collections',
  'priorCollections',
  'revenue',
  'expenditure',
  'openingBalance',
  'treasuryCover',
  'emergency',
] as const;

export type PoolAmountField = (typeof POOL_AMOUNT_FIELDS)[number];

/** The conditions of an allocation that are facts of the year; the sixth follows from the balance (JX-R4). */
export const CONDITION_FIELDS = [
  'levyPaid',
  'breachesCorrected',
  'budgetMet',
  'enrolmentMet',
  'subsidyPaid',
] as const;

export type ConditionField = (typeof CONDITION_FIELDS)[number];

export const EMERGENCY_CAUSES = ['public_health', 'policy', 'other'] as const;

export type EmergencyCause = (typeof EMERGENCY_CAUSES)[number];

export const FUND_FIELDS = ['openingBalance', 'interest', 'otherIncome'] as const;

export type FundField = (typeof FUND_FIELDS)[number];

export type PoolField = PoolAmountField | 'insured' | 'emergencyCause' | `conditions.${ConditionField}`;

export type PanelField = PoolField | FundField | 'amount';

/** How the text of a figure is written. */
export type FieldContent = 'amount' | 'signed_amount' | 'persons' | 'cause' | 'flag';

/** The fields of a pool in the order in which a panel lists them. */
export const POOL_FIELDS: ReadonlyMap<PoolField, FieldContent> = new Map<PoolField, FieldContent>([
  ['collections', 'amount'],
  ['priorCollections', 'amount'],
  ['revenue', 'amount'],
  ['expenditure', 'amount'],
  ['openingBalance', 'signed_amount'],
  ['insured', 'persons'],
  ['treasuryCover', 'amount'],
  ['emergency', 'amount'],
  ['emergencyCause', 'cause'],
  ...CONDITION_FIELDS.map((field): [PoolField, FieldContent] => [`conditions.${field}`, 'flag']),
]);

export const FUND_CONTENTS: ReadonlyMap<PanelField, FieldContent> = new Map<PanelField, FieldContent>(
  FUND_FIELDS.map((field) => [field, 'amount']),
);

export const RECOVERY_CONTENTS: ReadonlyMap<PanelField, FieldContent> = new Map<PanelField, FieldContent>([
  ['amount', 'amount'],
]);
