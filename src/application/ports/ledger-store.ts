import type { InsuranceType, LedgerCommand, LedgerOutcome } from '#domain/fund/ledger-command';
import type { Scope } from '#domain/identity/account';
import type { Month } from '#kernel/month';
import type { PackArtefact } from '#application/ports/run-store';

/** Books of a pool or an adjustment fund for one insurance type. */
export interface BooksOf {
  readonly pool: string;
  readonly insuranceType: InsuranceType;
}

/** Who does something, and when: knowledge time in UTC. */
export interface Signature {
  readonly by: string;
  readonly now: string;
}

/** What requests are decided with: a file of opening balances or a year of adjustment, by its id. */
export type ApprovalWhole = `opening ${string}` | `adjustment_year ${string}`;

export interface ApprovalRequest extends BooksOf {
  readonly template: string;
  readonly amount: bigint;
  readonly cause: string;
  readonly reason: string;
}

/** Turnover of one account in one month, in fen. */
export interface LedgerBalance extends BooksOf {
  readonly postingMonth: Month;
  readonly book: 'cash' | 'obligation';
  readonly fund: string;
  readonly source: string;
  readonly account: string;
  readonly debit: bigint;
  readonly credit: bigint;
}

/**
 * The ledger. Nothing in it is changed or deleted; a code that it gives is a refusal (see `postingRefusal`). The
 * program's own store sees no books and posts nothing: each use case works `within` a scope.
 */
export interface LedgerStore {
  /**
   * The ledger of a scope's pools. Outside of it nothing is seen, and the database refuses as a fault to post there or
   * in the name of another than `scope.userId`: use cases look for the pool first (`PlaceStore.findPool`).
   */
  within(scope: Scope): LedgerStore;
  /** Keeps a pack version and reads its journal templates into the ledger; again it does nothing. */
  registerJournal(artefact: PackArtefact): Promise<void>;
  openBooks(
    books: BooksOf & { readonly kind: 'pool' | 'fund'; readonly firstMonth: Month },
    signature: Signature,
  ): Promise<string | undefined>;
  /** Posts in one transaction and one call; the outcomes stand in the order of the commands. */
  post(commands: readonly LedgerCommand[]): Promise<readonly LedgerOutcome[]>;
  /**
   * Closes a month for good. Where the income account or the treasury is not nil at its end (NAT-28.7) it is closed only
   * with a reason, which is kept with the month; where both are nil none is kept.
   */
  closeMonth(
    books: BooksOf,
    month: Month,
    signature: Signature,
    unsweptReason?: string,
  ): Promise<string | undefined>;
  /** The number of the request, which an event cites when it has been approved. */
  requestApproval(request: ApprovalRequest, signature: Signature, whole?: ApprovalWhole): Promise<bigint>;
  /** A request that is part of a whole is decided with the whole only. */
  decideApproval(
    request: bigint,
    decision: 'approved' | 'rejected',
    signature: Signature,
    whole?: ApprovalWhole,
  ): Promise<string | undefined>;
  /** Turnover by month and account of one pool's books, all sources and funds. */
  listBalances(books: BooksOf): Promise<readonly LedgerBalance[]>;
}
