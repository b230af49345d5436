import type { BooksKind, InsuranceType } from '#domain/budget/lines';
import type { Scope } from '#domain/identity/account';
import type { PlacePath } from '#domain/identity/place-path';

/** Who did something, a user id, and when: an instant, ISO 8601 in UTC. */
export interface Done {
  readonly by: string;
  readonly at: string;
}

/** A year of budgets that a place compiles, and the pack version whose rules hold. */
export interface BudgetRound {
  readonly id: string;
  readonly place: PlacePath;
  readonly year: number;
  readonly packId: string;
  readonly packHash: string;
  readonly opened: Done;
  /** The consolidation that binds; null until one is adopted. */
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

/** A draft, and how far it has come. */
export interface BudgetVersion extends StoredContent {
  readonly id: string;
  readonly budgetId: string;
  readonly number: number;
  readonly needsException: boolean;
  readonly made: Done;
  readonly submitted: Done | null;
  readonly exception: (BudgetException & Done) | null;
  readonly review: (Done & { readonly decision: 'accepted' | 'returned'; readonly reason: string }) | null;
  /** Why an accepted draft has to be drafted again; it no longer counts as accepted. */
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

/** What follows an adopted budget: an adjustment plan, its final account, its evaluation. */
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

/** What the database refuses because someone else was quicker, or because the record may no longer change. */
export type BudgetCollision =
  'taken' | 'budget_adopted' | 'budget_under_review' | 'budget_settled' | 'decided_meanwhile';

/** Budgets; one transaction a call, in which row security shows only what lies in the scope. */
export interface BudgetStore {
  /** What `work` throws undoes the transaction whole; so does a collision, which is given back by its code. */
  within<T>(scope: Scope, work: (office: BudgetOffice) => Promise<T>): Promise<T | BudgetCollision>;
}

/** What can be seen and recorded within a scope. Everything recorded carries the scope's user. */
export interface BudgetOffice {
  /** The canonical JSON of the pack version that a round was opened with. */
  findArtefact(packHash: string): Promise<string | undefined>;
  /** The newest year first. */
  listRounds(): Promise<readonly BudgetRound[]>;
  findRound(id: string): Promise<BudgetRound | undefined>;
  openRound(round: Pick<BudgetRound, 'place' | 'year' | 'packId' | 'packHash'>, done: Done): Promise<string>;
  /** By pool and type; of one round where it is named. */
  listBudgets(roundId?: string): Promise<readonly Budget[]>;
  findBudget(id: string): Promise<Budget | undefined>;
  findBudgetOf(pool: string, insuranceType: InsuranceType, year: number): Promise<Budget | undefined>;
  openBudget(budget: Omit<Budget, 'id'>, done: Done): Promise<string>;
  /** The oldest first. */
  listVersions(budgetId: string): Promise<readonly BudgetVersion[]>;
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
  /** The version that an adopted consolidation holds of a budget; undefined before its adoption. */
  findAdopted(
    budget: Budget,
  ): Promise<{ readonly consolidationId: string; readonly version: BudgetVersion } | undefined>;
  /** The oldest first. */
  listPapers(budgetId: string, kind: PaperKind): Promise<readonly BudgetPaper[]>;
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
