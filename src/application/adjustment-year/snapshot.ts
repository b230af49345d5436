import type { AdjustmentRequest } from '#application/adjustment/request';
import type { Adoption } from '#application/adjustment-year/adopted-pack';
import type { YearRemark } from '#application/adjustment-year/year-remarks';
import type { YearFigure } from '#domain/adjustment-year/figure';
import type { UnpaidBenefits } from '#domain/adjustment-year/unpaid-benefits';
import type { YearStep } from '#domain/adjustment-year/year-step';

/** The content of a freeze: figures with their sources, the input made from them, and the policy. */
export interface YearSnapshot {
  readonly packId: string;
  /** Hash of the pack version in force at the freeze. */
  readonly packHash: string;
  /** Hash of that version with its adopted values; the run is reckoned with it. */
  readonly adoptedHash: string;
  readonly adoptions: readonly Adoption[];
  readonly pools: readonly string[];
  /** Members without books of the insurance type; absent in years recorded before this list. */
  readonly leftOut?: readonly string[];
  /** Settled but unpaid benefits of pools at the year's end, for information; absent in older years. */
  readonly unpaid?: readonly UnpaidBenefits[];
  readonly figures: readonly (YearFigure & {
    readonly number: string;
    readonly recordedBy: string;
    readonly recordedAt: string;
  })[];
  readonly request: AdjustmentRequest;
}

export function readSnapshot({ content }: YearStep): YearSnapshot {
  return JSON.parse(content) as YearSnapshot;
}

/** The content of a proposal: its run and the money that follows, line by line; amounts in yuan. */
export interface YearProposal {
  readonly run: string;
  readonly resultHash: string;
  readonly packHash: string;
  /** The version before, whose postings this one adjusts; null for the first. */
  readonly previous: { readonly version: number; readonly run: string; readonly resultHash: string } | null;
  readonly lines: readonly {
    readonly id: string;
    readonly amount: string;
    readonly clauses: readonly string[];
  }[];
  /** What the run decides without moving money; absent in years recorded before this list. */
  readonly remarks?: readonly YearRemark[];
  /** Ledger numbers of the requests for restricted money, by line. */
  readonly approvals: Readonly<Record<string, string>>;
}

export function readProposal({ content }: YearStep): YearProposal {
  return JSON.parse(content) as YearProposal;
}
