import type { InsuranceType } from '#kernel/insurance-type';

/** A figure of a draft, with its source. Amounts and figures are decimal text. */
export interface SourcedAmountRequest {
  readonly amount: string;
  readonly source: string;
  readonly cite?: readonly string[];
}

/** A driver: its value with a source, or the value of the place's pack that gives it. */
export type DriverRequest =
  | { readonly value: string; readonly source: string; readonly cite?: readonly string[] }
  | { readonly packValue: string; readonly cell?: Readonly<Record<string, string>> };

/** The inputs of a draft. Keys of lines are places: `5001.inpatient/pooled`, `4402/pooled/east`. */
export interface DraftRequest {
  readonly pool: string;
  readonly insuranceType: InsuranceType;
  readonly opening: Readonly<Record<string, SourcedAmountRequest>>;
  /** Reason why an opening balance differs from closed books. */
  readonly openingReason?: string;
  readonly drivers: Readonly<Record<string, DriverRequest>>;
  readonly past: Readonly<Record<string, SourcedAmountRequest & { readonly months: number }>>;
  /** Takes last year's figures that `past` does not give from the ledger, up to this month. */
  readonly pastFromLedger?: { readonly throughMonth: number };
  readonly given: Readonly<Record<string, SourcedAmountRequest>>;
}
