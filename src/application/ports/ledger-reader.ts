import type { BooksOf, LedgerBalance } from '#application/ports/ledger-store';
import type { Scope } from '#domain/identity/account';
import type { PlacePath } from '#domain/identity/place-path';
import type { Bilingual } from '#kernel/bilingual';
import type { InsuranceType } from '#kernel/insurance-type';
import type { Month } from '#kernel/month';
import type { PlainDate } from '#kernel/plain-date';

/** Books as the register knows them (账套). */
export interface BookSet extends BooksOf {
  readonly kind: 'pool' | 'fund';
  readonly name: Bilingual;
  readonly place: PlacePath;
  readonly firstMonth: Month;
  /** The last closed month; null where none is. */
  readonly closedThrough: Month | null;
  /** Actor and time of the last closing, and the reason where it was closed unswept; null where no month is closed. */
  readonly lastClosing: {
    readonly by: string;
    readonly at: string;
    readonly unsweptReason: string | null;
  } | null;
}

/** A posted or refused event, as shown in the journal. */
export interface JournalEvent {
  readonly number: bigint;
  readonly key: string;
  /** Code of the refusal; null when it was posted. */
  readonly refusal: string | null;
  readonly packHash: string | null;
  readonly template: string | null;
  readonly pool: string | null;
  readonly otherPool: string | null;
  readonly insuranceType: InsuranceType | null;
  readonly counterparty: string | null;
  readonly category: string | null;
  readonly effectiveOn: PlainDate;
  /** Knowledge time, ISO 8601 in UTC. */
  readonly knownAt: string;
  readonly postingMonth: Month | null;
  readonly actor: string;
  readonly clauses: readonly string[];
  readonly reverses: bigint | null;
  readonly corrects: bigint | null;
  readonly note: string;
  /**
   * Sum of the entries queried, in fen; where none was named, of all cash entries or, without cash, of the obligations.
   */
  readonly debit: bigint;
  readonly credit: bigint;
}

/** One line of an event, in fen. */
export interface JournalEntry {
  readonly event: bigint;
  readonly line: number;
  readonly postingMonth: Month;
  readonly pool: string;
  readonly insuranceType: InsuranceType;
  readonly book: 'cash' | 'obligation';
  readonly fund: string;
  readonly source: string;
  readonly account: string;
  readonly counterparty: string | null;
  readonly category: string | null;
  readonly debit: bigint;
  readonly credit: bigint;
}

/** Open amounts between a pool and one counterparty, in fen: owed to the fund, paid in advance, owed by it. */
export interface OpenObligation extends BooksOf {
  /** `kind:id`; the kind alone where it is withheld. */
  readonly counterparty: string;
  /** Whether the line sums all counterparties of this kind that only other departments see. */
  readonly isWithheld: boolean;
  readonly fund: string;
  readonly source: string;
  readonly receivable: bigint;
  readonly advance: bigint;
  readonly payable: bigint;
}

export interface EntryQuery {
  readonly pools?: readonly string[];
  readonly insuranceType?: InsuranceType;
  readonly book?: 'cash' | 'obligation';
  readonly accounts?: readonly string[];
  readonly funds?: readonly string[];
  readonly sources?: readonly string[];
  readonly fromMonth?: Month;
  readonly toMonth?: Month;
  readonly counterparty?: string;
  readonly template?: string;
  /** Number of the last event of the page before; events are listed by number. */
  readonly after?: bigint;
  readonly limit: number;
}

/** A requested restricted use (受限资金审批), with the second person's decision and its use. */
export interface LedgerApproval extends BooksOf {
  readonly number: bigint;
  readonly template: string;
  readonly amount: bigint;
  readonly cause: string;
  readonly reason: string;
  /** The year whose amounts are returned; null where the template returns none. */
  readonly year: number | null;
  readonly requestedBy: string;
  readonly requestedAt: string;
  /** The whole with which it is decided; null where it stands alone. */
  readonly partOf: 'opening' | 'adjustment_year' | 'adjustment_matter' | null;
  /** Null while nobody has decided. */
  readonly decision: 'approved' | 'rejected' | null;
  readonly decidedBy: string | null;
  readonly decidedAt: string | null;
  /** Why it was rejected; null otherwise, and where it was rejected with a whole. */
  readonly rejectedFor: string | null;
  /** Number of the event that used it; null where none has. */
  readonly usedBy: bigint | null;
}

/** The last block of the chain, as shown to readers; MAC in hex, instant in ISO 8601. */
export interface SealHead {
  readonly number: string;
  readonly lastNumber: string;
  readonly mac: string;
  readonly sealedAt: string;
}

/**
 * Reads the ledger within a scope: books of pools outside it do not exist, and rows about persons and employers only
 * for the departments that see them (SC-3.2). Sums are complete for everyone who sees the pool.
 */
export interface LedgerReader {
  listBooks(scope: Scope): Promise<readonly BookSet[]>;
  /** Finds the books of one pool and insurance type; undefined where none are open in sight. */
  findBooks(scope: Scope, books: BooksOf): Promise<BookSet | undefined>;
  /** Reads the last block, which seals rows of every place, and the number of unsealed events in scope. */
  readSeal(scope: Scope): Promise<{ readonly head: SealHead | undefined; readonly unsealed: bigint }>;
  /** Lists turnover by month and account, of every pool in scope or of those named. */
  listBalances(
    scope: Scope,
    query: { readonly pools?: readonly string[]; readonly insuranceType?: InsuranceType },
  ): Promise<readonly LedgerBalance[]>;
  listEvents(scope: Scope, query: EntryQuery): Promise<readonly JournalEvent[]>;
  /**
   * Sums all entries of the query, on every page and for every department, in fen. Undefined for a person or an
   * employer where this department may see only a part.
   */
  sumEntries(
    scope: Scope,
    query: EntryQuery,
  ): Promise<{ readonly debit: bigint; readonly credit: bigint } | undefined>;
  /** Counts events of the query that only other departments see, up to the number `through` or to the end. */
  countWithheld(scope: Scope, query: EntryQuery, through: bigint | undefined): Promise<bigint>;
  /**
   * Lists entries of the query, by event and line. `limit` counts entries; the last event is complete, so that there
   * may be some more, and the next page begins with `after` that event.
   */
  listEntries(scope: Scope, query: EntryQuery): Promise<readonly JournalEntry[]>;
  findEvent(
    scope: Scope,
    number: bigint,
  ): Promise<{ readonly event: JournalEvent; readonly entries: readonly JournalEntry[] } | undefined>;
  /** Lists approvals, newest first; open ones or all. */
  listApprovals(
    scope: Scope,
    query: { readonly open?: true; readonly below?: bigint; readonly limit: number },
  ): Promise<readonly LedgerApproval[]>;
  findApproval(scope: Scope, number: bigint): Promise<LedgerApproval | undefined>;
  /** Sums what a template may still return of a year's amounts, each named as `template.amount`, in fen. */
  sumReturnable(
    scope: Scope,
    query: BooksOf & {
      readonly template: string;
      readonly returns: readonly string[];
      readonly year: number;
    },
  ): Promise<bigint>;
  /** Lists obligations other than zero, by pool and counterparty. */
  listOpenObligations(
    scope: Scope,
    query: {
      readonly pools?: readonly string[];
      readonly insuranceType?: InsuranceType;
      readonly counterparty?: string;
    },
  ): Promise<readonly OpenObligation[]>;
}
