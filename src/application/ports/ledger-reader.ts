import type { BooksOf, LedgerBalance } from '#application/ports/ledger-store';
import type { Scope } from '#domain/identity/account';
import type { PlacePath } from '#domain/identity/place-path';
import type { Bilingual } from '#kernel/bilingual';
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
  /** Who closed it and when, and why it was closed unswept where it was; null where none is. */
  readonly lastClosing: {
    readonly by: string;
    readonly at: string;
    readonly unsweptReason: string | null;
  } | null;
}

/** An event that was posted or refused, as the journal shows it. */
export interface JournalEvent {
  readonly number: bigint;
  readonly key: string;
  /** Why it was refused; null when it was posted. */
  readonly refusal: string | null;
  readonly packHash: string | null;
  readonly template: string | null;
  readonly pool: string | null;
  readonly otherPool: string | null;
  readonly insuranceType: 'employee' | 'resident' | null;
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
  /** What the entries that were asked for come to, in fen; of all of its cash, or else of its obligations, where none was named. */
  readonly debit: bigint;
  readonly credit: bigint;
}

/** One line of an event, in fen. */
export interface JournalEntry {
  readonly event: bigint;
  readonly line: number;
  readonly postingMonth: Month;
  readonly pool: string;
  readonly insuranceType: 'employee' | 'resident';
  readonly book: 'cash' | 'obligation';
  readonly fund: string;
  readonly source: string;
  readonly account: string;
  readonly counterparty: string | null;
  readonly category: string | null;
  readonly debit: bigint;
  readonly credit: bigint;
}

/** What is open between a pool and one counterparty: owed to the fund, paid in advance, owed by it; in fen. */
export interface OpenObligation extends BooksOf {
  /** `kind:id`; the kind alone where it is withheld. */
  readonly counterparty: string;
  /** All that other departments see of counterparties of this kind, in one line. */
  readonly isWithheld: boolean;
  readonly fund: string;
  readonly source: string;
  readonly receivable: bigint;
  readonly advance: bigint;
  readonly payable: bigint;
}

export interface EntryQuery {
  readonly pools?: readonly string[];
  readonly insuranceType?: 'employee' | 'resident';
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

/** A restricted use that someone asked for (受限资金审批), with what a second person decided and what it was used for. */
export interface LedgerApproval extends BooksOf {
  readonly number: bigint;
  readonly template: string;
  readonly amount: bigint;
  readonly cause: string;
  readonly reason: string;
  readonly requestedBy: string;
  readonly requestedAt: string;
  /** What it is decided with, where it is part of a whole. */
  readonly partOf: 'opening' | 'adjustment_year' | null;
  /** Null while nobody has decided. */
  readonly decision: 'approved' | 'rejected' | null;
  readonly decidedBy: string | null;
  readonly decidedAt: string | null;
  /** Number of the event that used it; null where none has. */
  readonly usedBy: bigint | null;
}

/** The last block of the chain as readers are shown it; the MAC in hex, the instant in ISO 8601. */
export interface SealHead {
  readonly number: string;
  readonly lastNumber: string;
  readonly mac: string;
  readonly sealedAt: string;
}

/**
 * Reads the ledger within a scope: books of pools that lie outside of it are not there, and rows about persons and
 * employers only for the departments that see them (SC-3.2). Sums are whole for whoever sees the pool.
 */
export interface LedgerReader {
  listBooks(scope: Scope): Promise<readonly BookSet[]>;
  /** The last block, which seals rows of every place, and how many events in scope no block seals yet. */
  readSeal(scope: Scope): Promise<{ readonly head: SealHead | undefined; readonly unsealed: bigint }>;
  /** Turnover by month and account; of every pool in scope, or of those named. */
  listBalances(
    scope: Scope,
    query: { readonly pools?: readonly string[]; readonly insuranceType?: 'employee' | 'resident' },
  ): Promise<readonly LedgerBalance[]>;
  listEvents(scope: Scope, query: EntryQuery): Promise<readonly JournalEvent[]>;
  /**
   * What all entries that the query names come to, on every page of it and for every department; in fen. Undefined of a
   * person or an employer, where this department may see a part only.
   */
  sumEntries(
    scope: Scope,
    query: EntryQuery,
  ): Promise<{ readonly debit: bigint; readonly credit: bigint } | undefined>;
  /** Events that the query names which other departments see and this one does not, to the number `through` or to the end. */
  countWithheld(scope: Scope, query: EntryQuery, through: bigint | undefined): Promise<bigint>;
  /**
   * Entries that the query names, by event and line. `limit` counts entries; the last event is given whole, so that
   * there may be some more and the next page begins with `after` that event.
   */
  listEntries(scope: Scope, query: EntryQuery): Promise<readonly JournalEntry[]>;
  findEvent(
    scope: Scope,
    number: bigint,
  ): Promise<{ readonly event: JournalEvent; readonly entries: readonly JournalEntry[] } | undefined>;
  /** The newest first; of those that are open, or of all. */
  listApprovals(
    scope: Scope,
    query: { readonly open?: true; readonly below?: bigint; readonly limit: number },
  ): Promise<readonly LedgerApproval[]>;
  findApproval(scope: Scope, number: bigint): Promise<LedgerApproval | undefined>;
  /** Obligations that are not nil, by pool and counterparty. */
  listOpenObligations(
    scope: Scope,
    query: {
      readonly pools?: readonly string[];
      readonly insuranceType?: 'employee' | 'resident';
      readonly counterparty?: string;
    },
  ): Promise<readonly OpenObligation[]>;
}
