import type { BudgetTable } from '#console/api/budget-queries.ts';
import type { Bilingual } from '#kernel/bilingual';
import type { InsuranceType } from '#kernel/insurance-type';

/** What a consolidation holds, by insurance type; amounts in yuan. */
export interface ConsolidationContent {
  readonly types: readonly {
    readonly insuranceType: InsuranceType;
    readonly eliminated: { readonly levies: string; readonly allocations: string };
    readonly totals: BudgetTable['totals'];
  }[];
  /** Whose budgets it is made of: pool and type, and the number of the draft. */
  readonly members: Readonly<Record<string, number>>;
  /** Books (`pool/type`) of a type that has no budgets, and why. */
  readonly withoutBudget?: { readonly books: readonly string[]; readonly reason: string };
}

/** What an adjustment plan holds. */
export interface AmendmentContent {
  readonly changes: Readonly<Record<string, { readonly before: string; readonly after: string }>>;
  readonly cite: readonly string[];
}

/** What an evaluation holds. */
export interface EvaluationContent {
  readonly scores: readonly {
    readonly id: string;
    readonly name: Bilingual;
    readonly points: string;
    readonly score: string;
    readonly evidence: string;
  }[];
  readonly total: string;
  readonly highest: string;
  readonly use: string;
  readonly cite: readonly string[];
}

/** Papers and consolidations hold canonical JSON that the server wrote, by the kind of record. */
export function readConsolidation(content: string): ConsolidationContent {
  return JSON.parse(content) as ConsolidationContent;
}

export function readAmendment(content: string): AmendmentContent {
  return JSON.parse(content) as AmendmentContent;
}

/** The clauses of a paper of any kind. */
export function readCites(content: string): readonly string[] {
  return (JSON.parse(content) as Pick<EvaluationContent, 'cite'>).cite;
}

export function readEvaluation(content: string): EvaluationContent {
  return JSON.parse(content) as EvaluationContent;
}
