/** The collections of the interface whose records belong to a place, as addresses write them. */
export const RECORD_KINDS = [
  'adjustment-matters',
  'adjustment-years',
  'approvals',
  'bank-accounts',
  'bindings',
  'break-glass',
  'budget-papers',
  'budget-rounds',
  'budgets',
  'events',
  'fund-projections',
  'grants',
  'interest-notices',
  'opening-balances',
  'payment-plans',
  'payment-runs',
  'pools',
  'reconciliation-closings',
  'reconciliation-proposals',
  'reconciliations',
  'rectifications',
  'risk-assessments',
  'runs',
  'statement-subjects',
  'statements',
  'supervision-cases',
  'supervision-findings',
  'users',
  'watched-funds',
] as const;

export type RecordKind = (typeof RECORD_KINDS)[number];

/** A record as an address names it. */
export interface RecordRef {
  readonly kind: RecordKind;
  readonly id: string;
}

export function isRecordKind(text: string): text is RecordKind {
  return (RECORD_KINDS as readonly string[]).includes(text);
}
