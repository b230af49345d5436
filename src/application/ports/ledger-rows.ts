/**
 * The rows of a ledger at one instant, wherever they lie: in the database or in an auditor's bundle. Everything is text
 * as stored, so that a source cannot repair what it reads: numbers in decimal, amounts in fen, dates YYYY-MM-DD, months
 * by their first day, instants YYYY-MM-DDTHH:MM:SS.ffffffZ in UTC, digests in hex. Streams come in batches and may be
 * asked for more than once.
 */
export interface LedgerRows {
  /** The pools to which the rows are limited, complete for these only; null for the whole ledger. */
  readonly pools: readonly string[] | null;
  /** Pack versions that templates or posted events cite. */
  artefacts(): Promise<readonly ArtefactRow[]>;
  templates(): Promise<readonly TemplateRow[]>;
  moves(): Promise<readonly MoveRow[]>;
  /** Each by number. */
  books(): Promise<readonly BooksRow[]>;
  months(): Promise<readonly MonthRow[]>;
  requests(): Promise<readonly RequestRow[]>;
  approvals(): Promise<readonly ApprovalRow[]>;
  paymentRuns(): Promise<readonly PaymentRunRow[]>;
  paymentLines(): Promise<readonly PaymentLineRow[]>;
  paymentPostings(): Promise<readonly PaymentPostingRow[]>;
  paymentDecisions(): Promise<readonly PaymentDecisionRow[]>;
  paymentEnds(): Promise<readonly PaymentEndRow[]>;
  /** Numbers of the events that posted events reverse or correct. */
  citedEvents(): Promise<ReadonlySet<string>>;
  /** By number. */
  events(): Batches<EventRow>;
  /** By event and line. */
  entries(): Batches<EntryRow>;
  /** By number. */
  blocks(): Batches<BlockRow>;
  totals(): Batches<TotalRow>;
  /** Of rows of a part, by number: what the chain needs of those that are not given, and the salts of those that are. */
  withheld(): Batches<WithheldRow | SaltRow>;
}

/** The rows of a database, which finds those of some pools by itself. */
export interface StoredLedgerRows extends LedgerRows {
  /** Events that name one of the pools on either side, by number. */
  eventsOf(pools: readonly string[]): Batches<EventRow>;
  /** Every entry of these events, by event and line. */
  entriesOf(pools: readonly string[]): Batches<EntryRow>;
}

export type Batches<Row> = AsyncIterable<readonly Row[]>;

export interface ArtefactRow {
  readonly hash: string;
  readonly text: string;
}

export interface TemplateRow {
  readonly packHash: string;
  readonly id: string;
  readonly kind: string;
  readonly types: readonly string[];
  readonly parties: readonly string[];
  readonly categories: readonly string[];
  readonly causes: readonly string[];
  readonly needsApproval: boolean;
  readonly betweenPools: boolean;
  readonly ownKind: string;
  readonly otherKind: string | null;
  readonly touchesRestricted: boolean;
  readonly releasesRestricted: boolean;
  readonly employeeAmounts: readonly string[];
  readonly residentAmounts: readonly string[];
  /** Amounts that the template returns; absent in bundles made before this field. */
  readonly returns?: readonly string[];
}

export interface MoveRow {
  readonly packHash: string;
  readonly template: string;
  readonly move: number;
  readonly poolRole: string;
  readonly book: string;
  readonly fund: string;
  readonly source: string;
  readonly debitAccount: string;
  readonly creditAccount: string;
  readonly amount: string;
}

export interface BooksRow {
  readonly number: string;
  readonly pool: string;
  readonly insuranceType: string;
  readonly kind: string;
  readonly firstMonth: string;
  readonly openedBy: string;
  readonly openedAt: string;
}

export interface MonthRow {
  readonly number: string;
  readonly pool: string;
  readonly insuranceType: string;
  readonly month: string;
  readonly closedBy: string;
  readonly closedAt: string;
  /** Reason for closing an unswept month; null where nothing was left, or the month is older than this field. */
  readonly unsweptReason: string | null;
}

export interface RequestRow {
  readonly number: string;
  readonly template: string;
  readonly pool: string;
  readonly insuranceType: string;
  readonly amount: string;
  readonly cause: string;
  readonly reason: string;
  readonly requestedBy: string;
  readonly requestedAt: string;
  /** The year whose amounts are returned; absent in bundles made before this field. */
  readonly year?: string | null;
}

export interface ApprovalRow {
  readonly number: string;
  readonly request: string;
  /** The requester, normalised as the database compares names. */
  readonly requester: string;
  readonly decision: string;
  readonly decidedBy: string;
  readonly decidedAt: string;
}

export interface PaymentRunRow {
  readonly id: string;
  readonly pool: string;
  readonly insuranceType: string;
  readonly purpose: string;
  readonly total: string;
  readonly proposedBy: string;
}

export interface PaymentLineRow {
  readonly run: string;
  readonly line: number;
  readonly counterparty: string;
  readonly pooled: string;
  readonly account: string;
}

/** The event that posted a line, or reversed it. */
export interface PaymentPostingRow {
  readonly run: string;
  readonly line: number;
  readonly step: string;
  readonly event: string;
}

export interface PaymentDecisionRow {
  readonly run: string;
  readonly decision: string;
  readonly decidedBy: string;
}

export interface PaymentEndRow {
  readonly run: string;
  readonly outcome: string;
}

export interface EventRow {
  readonly number: string;
  readonly key: string;
  readonly contentHash: string;
  readonly refusal: string | null;
  readonly packHash: string | null;
  readonly template: string | null;
  readonly pool: string | null;
  readonly otherPool: string | null;
  readonly insuranceType: string | null;
  readonly counterparty: string | null;
  readonly category: string | null;
  /** JSON: fen by the template's names. */
  readonly amounts: string | null;
  readonly effectiveOn: string;
  readonly knownAt: string;
  readonly postingMonth: string | null;
  readonly actor: string;
  readonly clauses: readonly string[];
  readonly reverses: string | null;
  readonly corrects: string | null;
  readonly approval: string | null;
  readonly note: string;
}

export interface EntryRow {
  readonly event: string;
  readonly line: number;
  readonly postingMonth: string;
  readonly pool: string;
  readonly insuranceType: string;
  readonly book: string;
  readonly fund: string;
  readonly source: string;
  readonly account: string;
  readonly counterparty: string | null;
  readonly category: string | null;
  readonly debit: string;
  readonly credit: string;
}

export interface BlockRow {
  readonly number: string;
  readonly firstNumber: string;
  readonly lastNumber: string;
  readonly rowCount: string;
  readonly digest: string;
  readonly previous: string | null;
  readonly mac: string;
  readonly keyId: string;
  readonly sealedAt: string;
  /** From which each of its rows has a salt of its own; null or not there: sealed without, or not told. */
  readonly salt?: string | null;
}

export interface TotalRow {
  readonly pool: string;
  readonly insuranceType: string;
  readonly postingMonth: string;
  readonly book: string;
  readonly fund: string;
  readonly source: string;
  readonly account: string;
  readonly debit: string;
  readonly credit: string;
}

export interface WithheldRow {
  readonly number: string;
  /** SHA-256 of the row's salt and text in the format of the chain; null where no block seals it yet. */
  readonly hash: string | null;
}

/** The salt of a given row whose block's salt is withheld: from that, others could be derived. */
export interface SaltRow {
  readonly number: string;
  readonly salt: string;
}
