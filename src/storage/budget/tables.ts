import type { ColumnType, Generated } from 'kysely';
import type { PaperKind } from '#application/ports/budget-store';
import type { BooksKind } from '#domain/budget/lines';
import type { InsuranceType } from '#kernel/insurance-type';

/** Rows are added and never changed; who added one and when stands with it. */
type Recorded<T> = { readonly [Key in keyof T]: ColumnType<T[Key], T[Key], never> } & {
  readonly madeBy: ColumnType<string, string, never>;
  readonly madeAt: ColumnType<string, string, never>;
};

interface Numbered {
  readonly id: Generated<string>;
}

interface Content {
  number: number;
  content: string;
  contentHash: string;
}

/** The tables of budgets (migration 9). */
export interface BudgetTables {
  readonly budgetRound: Numbered &
    Recorded<{ place: string; year: number; packId: string; packHash: string }>;
  readonly budget: Numbered &
    Recorded<{
      roundId: string;
      roundPlace: string;
      year: number;
      pool: string;
      kind: BooksKind;
      place: string;
      insuranceType: InsuranceType;
    }>;
  readonly budgetVersion: Numbered &
    Recorded<Content & { budgetId: string; place: string; needsException: boolean }>;
  readonly budgetSubmission: Recorded<{ versionId: string; place: string; maker: string }>;
  readonly budgetException: Recorded<{
    versionId: string;
    place: string;
    reason: string;
    document: string;
    documentHash: string;
  }>;
  readonly budgetReview: Recorded<{
    versionId: string;
    place: string;
    maker: string;
    submitter: string;
    needsException: boolean;
    exceptionBy: string | null;
    decision: 'accepted' | 'returned';
    reason: string;
  }>;
  readonly budgetReopening: Recorded<{ versionId: string; place: string; reason: string }>;
  readonly budgetConsolidation: Numbered &
    Recorded<Content & { roundId: string; place: string; year: number }>;
  readonly budgetMember: {
    readonly consolidationId: string;
    readonly roundId: string;
    readonly budgetId: string;
    readonly versionId: string;
    readonly place: string;
  };
  readonly budgetAdoption: Recorded<{
    consolidationId: string;
    roundId: string;
    place: string;
    maker: string;
    decision: 'adopted' | 'returned';
    reason: string;
  }>;
  readonly budgetPaper: Numbered &
    Recorded<
      Content & {
        kind: PaperKind;
        budgetId: string;
        consolidationId: string;
        place: string;
        reason: string;
        needsException: boolean;
        document: string | null;
        documentHash: string | null;
      }
    >;
  readonly budgetPaperDecision: Recorded<{
    paperId: string;
    kind: PaperKind;
    budgetId: string;
    place: string;
    maker: string;
    decision: 'approved' | 'refused';
    reason: string;
  }>;
}
