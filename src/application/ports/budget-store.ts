import type { BooksKind } from '#domain/budget/lines';
import type { Scope } from '#domain/identity/account';
import type { PlacePath } from '#domain/identity/place-path';
import type { InsuranceType } from '#kernel/insurance-type';

/** Actor (user id) and time (instant, ISO 8601 in UTC) of an act. */
export interface Done {
  readonly by: string;
  readonly at: string;
}

/** A round of budgets of one year, compiled by a place, with the pack version whose rules apply. */
export interface BudgetRound {
  readonly id: string;
  readonly place: PlacePath;
  readonly year: number;
  readonly packId: string;
  readonly packHash: string;
  readonly opened: Done;
  /** The adopted consolidation; null until there is one. */
  readonly adopted: string | null;
}

/** One pool or adjustment fund, insurance type and year. */
export interface Budget {
  readonly id: string;
  readonly roundId: string;
  readonly roundPlace: PlacePath;
  readonly year: number;
  readonly pool: string;
  readonly kind: BooksKind;
  readonly place: PlacePath;
  readonly insuranceType: InsuranceType;
}

/** A text as canonical JSON with its SHA-256. */
export interface StoredContent {
  readonly content: string;
  readonly contentHash: string;
}

export interface BudgetException {
  readonly reason: string;
  /** Number or title of the document that allows it, and its SHA-256. */
  readonly document: string;
  readonly documentHash: string;
}

/** A draft, with its steps so far. */
export interface BudgetVersion extends StoredContent {
  readonly id: string;
  readonly budgetId: string;
  readonly number: number;
  readonly needsException: boolean;
  readonly made: Done;
  readonly submitted: Done | null;
  readonly exception: (BudgetException & Done) | null;
  readonly review: (Done & { readonly decision: 'accepted' | 'returned'; readonly reason: string }) | null;
  /** The reason why an accepted draft was reopened; it no longer counts as accepted. */
  readonly reopened: (Done & { readonly reason: string }) | null;
}

export interface Consolidation extends StoredContent {
  readonly id: string;
  readonly roundId: string;
  readonly number: number;
  readonly made: Done;
  readonly decided: (Done & { readonly decision: 'adopted' | 'returned'; readonly reason: string }) | null;
}

export type PaperKind = 'amendment' | 'final_account' | 'evaluation';

/** A paper that follows an adopted budget: amendment, final account or evaluation. */
export interface BudgetPaper extends StoredContent {
  readonly id: string;
  readonly kind: PaperKind;
  readonly budgetId: string;
  readonly number: number;
  readonly reason: string;
  readonly document: string | null;
  readonly documentHash: string | null;
  readonly made: Done;
  readonly decided: (Done & { readonly decision: 'approved' | 'refused'; readonly reason: string }) | null;
}

/** A version with its steps, without its content. */
export type VersionSteps = Omit<BudgetVersion, 'content' | 'contentHash'>;

/** A paper that waits for a decision, without its content. */
export type OpenPaper = Pick<BudgetPaper, 'id' | 'budgetId' | 'kind' | 'number' | 'reason' | 'made'>;

/** The reasons for which the database rejects a write: someone else was quicker, or the record may no longer change. */
export type BudgetCollision =
  'taken' | 'budget_adopted' | 'budget_under_review' | 'budget_settled' | 'decided_meanwhile';

/** Budgets; one transaction a call, in which row security shows only what lies in the scope. */
export interface BudgetStore {
  /**
   * Runs `work` in one transaction; an error thrown by it undoes all of it.
   * @throws Undone where someone else was quicker or the record may no longer change
   */
  within<T>(scope: Scope, work: (office: BudgetOffice) => Promise<T>): Promise<T>;
}

/** The operations within a scope; everything recorded carries the scope's user. */
export interface BudgetOffice {
  /** Finds the canonical JSON of the pack version of a round. */
  findArtefact(packHash: string): Promise<string | undefined>;
  /** Lists rounds, newest year first. */
  listRounds(): Promise<readonly BudgetRound[]>;
  findRound(id: string): Promise<BudgetRound | undefined>;
  openRound(round: Pick<BudgetRound, 'place' | 'year' | 'packId' | 'packHash'>, done: Done): Promise<string>;
  /** Lists budgets by pool and type, of one round where given. */
  listBudgets(roundId?: string): Promise<readonly Budget[]>;
  findBudget(id: string): Promise<Budget | undefined>;
  findBudgetOf(pool: string, insuranceType: InsuranceType, year: number): Promise<Budget | undefined>;
  openBudget(budget: Omit<Budget, 'id'>, done: Done): Promise<string>;
  /** The oldest first. */
  listVersions(budgetId: string): Promise<readonly BudgetVersion[]>;
  findLatestVersion(budgetId: string): Promise<BudgetVersion | undefined>;
  /** Lists the latest version of each budget of some rounds, without content. */
  listLatestVersions(roundIds: readonly string[]): Promise<readonly VersionSteps[]>;
  addVersion(
    budget: Budget,
    version: Pick<BudgetVersion, 'number' | 'content' | 'contentHash' | 'needsException'>,
    done: Done,
  ): Promise<string>;
  submitVersion(budget: Budget, version: BudgetVersion, done: Done): Promise<void>;
  recordException(
    budget: Budget,
    version: BudgetVersion,
    exception: BudgetException,
    done: Done,
  ): Promise<void>;
  reviewVersion(
    budget: Budget,
    version: BudgetVersion,
    review: { readonly decision: 'accepted' | 'returned'; readonly reason: string },
    done: Done,
  ): Promise<void>;
  reopenVersion(budget: Budget, version: BudgetVersion, reason: string, done: Done): Promise<void>;
  listConsolidations(roundId: string): Promise<readonly Consolidation[]>;
  /** Lists the latest consolidation of each round that is still undecided. */
  listOpenConsolidations(
    roundIds: readonly string[],
  ): Promise<readonly Pick<Consolidation, 'roundId' | 'number' | 'made'>[]>;
  addConsolidation(
    round: BudgetRound,
    consolidation: Pick<Consolidation, 'number' | 'content' | 'contentHash'>,
    members: readonly { readonly budget: Budget; readonly version: BudgetVersion }[],
    done: Done,
  ): Promise<string>;
  decideConsolidation(
    round: BudgetRound,
    consolidation: Consolidation,
    decided: { readonly decision: 'adopted' | 'returned'; readonly reason: string },
    done: Done,
  ): Promise<void>;
  /** Finds the version of a budget in the adopted consolidation; undefined before the adoption. */
  findAdopted(
    budget: Budget,
  ): Promise<{ readonly consolidationId: string; readonly version: BudgetVersion } | undefined>;
  /** The oldest first. */
  listPapers(budgetId: string, kind: PaperKind): Promise<readonly BudgetPaper[]>;
  /** Lists undecided papers of the budgets of some rounds, oldest first. */
  listOpenPapers(roundIds: readonly string[]): Promise<readonly OpenPaper[]>;
  findPaper(id: string): Promise<BudgetPaper | undefined>;
  addPaper(
    budget: Budget,
    consolidationId: string,
    paper: Pick<
      BudgetPaper,
      'kind' | 'number' | 'content' | 'contentHash' | 'reason' | 'document' | 'documentHash'
    > & { readonly needsException: boolean },
    done: Done,
  ): Promise<string>;
  decidePaper(
    budget: Budget,
    paper: BudgetPaper,
    decided: { readonly decision: 'approved' | 'refused'; readonly reason: string },
    done: Done,
  ): Promise<void>;
}
