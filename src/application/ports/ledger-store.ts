import type { LedgerCommand, LedgerOutcome } from '#domain/fund/ledger-command';
import type { VoucherUse } from '#domain/fund/event-refusals';
import type { Scope } from '#domain/identity/account';
import type { InsuranceType } from '#kernel/insurance-type';
import type { Month } from '#kernel/month';
import type { PackArtefact } from '#application/ports/run-store';

/** Books of a pool or an adjustment fund for one insurance type. */
export interface BooksOf {
  readonly pool: string;
  readonly insuranceType: InsuranceType;
}

/** Actor and time of an act; knowledge time in UTC. */
export interface Signature {
  readonly by: string;
  readonly now: string;
}

/** The whole with which requests are decided: a file of opening balances, a year of adjustment or a matter, by id. */
export type ApprovalWhole = `opening ${string}` | `adjustment_year ${string}` | `adjustment_matter ${string}`;

export interface ApprovalRequest extends BooksOf {
  readonly template: string;
  readonly amount: bigint;
  readonly cause: string;
  readonly reason: string;
  /** The year whose amounts are returned, where the template returns some. */
  readonly year?: number | undefined;
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
 * The ledger. Nothing in it is changed or deleted; a returned code is a refusal (see `postingRefusal`). The program's
 * own store sees no books and posts nothing: each use case works `within` a scope.
 */
export interface LedgerStore {
  /**
   * Opens the ledger of a scope's pools. Nothing outside is visible, and the database rejects as a fault a posting
   * there or in the name of another than `scope.userId`: use cases look up the pool first (`PlaceStore.findPool`).
   */
  within(scope: Scope): LedgerStore;
  /** Stores a pack version and reads its journal templates into the ledger; repeating this does nothing. */
  registerJournal(artefact: PackArtefact): Promise<void>;
  openBooks(
    books: BooksOf & { readonly kind: 'pool' | 'fund'; readonly firstMonth: Month },
    signature: Signature,
  ): Promise<string | undefined>;
  /** Posts in one transaction and one call; the outcomes stand in the order of the commands. */
  post(commands: readonly LedgerCommand[]): Promise<readonly LedgerOutcome[]>;
  /** Lists the earlier uses of the vouchers in the commands' notes, on each deposit account that the commands move. */
  listVoucherUses(commands: readonly LedgerCommand[]): Promise<readonly VoucherUse[]>;
  /**
   * Closes a month for good. Where the income account or the treasury is not empty at its end (NAT-28.7) it is closed
   * only with a reason, which is kept with the month; where both are empty none is kept.
   */
  closeMonth(
    books: BooksOf,
    month: Month,
    signature: Signature,
    unsweptReason?: string,
  ): Promise<string | undefined>;
  /** Requests an approval; returns the request's number, which an event cites once approved. */
  requestApproval(request: ApprovalRequest, signature: Signature, whole?: ApprovalWhole): Promise<bigint>;
  /** Decides a request; one that is part of a whole is decided only with the whole; a rejection takes a reason. */
  decideApproval(
    request: bigint,
    decision: 'approved' | 'rejected',
    signature: Signature,
    as?: { readonly whole?: ApprovalWhole; readonly reason?: string },
  ): Promise<string | undefined>;
  /** Lists turnover by month and account of one pool's books, over all sources and funds. */
  listBalances(books: BooksOf): Promise<readonly LedgerBalance[]>;
}
