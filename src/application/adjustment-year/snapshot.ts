import type { AdjustmentRequest } from '#application/adjustment/request';
import type { Adoption } from '#application/adjustment-year/adopted-pack';
import type { YearFigure } from '#domain/adjustment-year/figure';
import type { UnpaidBenefits } from '#domain/adjustment-year/unpaid-benefits';
import type { YearStep } from '#domain/adjustment-year/year-step';

/** What a freeze holds for good: the figures with their sources, the input made of them, and by which policy. */
export interface YearSnapshot {
  readonly packId: string;
  /** The version in force when it was frozen. */
  readonly packHash: string;
  /** The same with what was adopted; it is what the run is reckoned with. */
  readonly adoptedHash: string;
  readonly adoptions: readonly Adoption[];
  readonly pools: readonly string[];
  /** Members that kept no books of the insurance type; years from before it was told have no such list. */
  readonly leftOut?: readonly string[];
  /** What pools had settled and not paid at the year's end, for information; older years have no such list. */
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

/** What a proposal holds: its run and the money that follows from it, line by line; amounts in yuan. */
export interface YearProposal {
  readonly run: string;
  readonly resultHash: string;
  readonly packHash: string;
  /** The version before, whose postings this one brings up to date; null for the first. */
  readonly previous: { readonly version: number; readonly run: string; readonly resultHash: string } | null;
  readonly lines: readonly {
    readonly id: string;
    readonly amount: string;
    readonly clauses: readonly string[];
  }[];
  /** Requests for restricted money, by line: numbers of the ledger. */
  readonly approvals: Readonly<Record<string, string>>;
}

export function readProposal({ content }: YearStep): YearProposal {
  return JSON.parse(content) as YearProposal;
}
