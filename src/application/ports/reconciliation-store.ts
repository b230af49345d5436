import type { BooksOf } from '#application/ports/ledger-store';
import type { LedgerOffice } from '#application/ports/payout-store';
import type { Scope } from '#domain/identity/account';
import type { Line, Side, Sides } from '#domain/reconciliation/line';
import type { PartyId } from '#domain/reconciliation/party';
import type { StatementLine } from '#domain/reconciliation/read-statement';
import type { Month } from '#kernel/month';
import type { PlainDate } from '#kernel/plain-date';

type Outcome = 'approved' | 'rejected';

/** One account of a pool's insurance type as one party tells of it. */
export interface ReconciledAccount extends BooksOf {
  readonly party: PartyId;
  readonly account: string;
}

export interface NewStatement extends ReconciledAccount {
  readonly place: string;
  readonly month: Month;
  readonly opening: bigint;
  readonly closing: bigint;
  readonly lineCount: number;
  readonly fileName: string;
  readonly fileHash: string;
  /** The profile by which it was read: its id, or its own as JSON. */
  readonly profile: string;
}

/**
 * `replaced`: a later import of the same month holds. `open`: differences are worked. `closing_proposed`: a closing waits for
 * its decision. `reconciled`: two people closed the month.
 */
export type ReconciliationState = 'replaced' | 'open' | 'closing_proposed' | 'reconciled';

/** A statement of another party as it was imported. Amounts in fen. */
export interface ImportedStatement extends NewStatement {
  readonly id: string;
  readonly department: string;
  readonly importedBy: string;
  readonly importedAt: string;
  readonly state: ReconciliationState;
}

/** What a correction is to post once another person agrees: amounts in yuan as they were asked for. */
export interface CorrectionPosting {
  /** Null: the line's own event is reversed. */
  readonly template: string | null;
  readonly otherPool?: string;
  readonly counterparty?: string;
  readonly category?: string;
  readonly amounts: Readonly<Record<string, string>>;
  readonly effectiveOn: string;
}

/** What one person said to an open line, and what another decided; null while it waits. */
export interface DifferenceProposal {
  readonly id: string;
  readonly statement: string;
  /** Month of its statement. */
  readonly month: Month;
  readonly side: Side;
  readonly item: string;
  readonly amount: bigint;
  readonly kind: 'timing' | 'correction' | 'claim';
  /** The event that was named, or that the agreement posted. */
  readonly event: bigint | null;
  /** What the agreement is to post; null where an event is named. */
  readonly posting: CorrectionPosting | null;
  readonly reason: string;
  readonly proposedBy: string;
  readonly proposedAt: string;
  readonly decision: Outcome | null;
  readonly decidedBy: string | null;
  readonly decidedAt: string | null;
}

export type NewProposal = Pick<
  DifferenceProposal,
  'statement' | 'side' | 'item' | 'amount' | 'kind' | 'event' | 'posting' | 'reason'
>;

/** A reconciled month as it was proposed, and what another person decided. */
export interface Closing {
  readonly id: string;
  readonly statement: string;
  readonly ours: bigint;
  readonly theirs: bigint;
  readonly adjusted: bigint;
  readonly contentHash: string;
  readonly proposedBy: string;
  readonly proposedAt: string;
  readonly decision: Outcome | null;
  readonly decidedBy: string | null;
  readonly decidedAt: string | null;
}

/** What one person said to a difference, or a month that one proposes to close, while another has not decided on it. */
export interface WaitingDecision {
  readonly kind: 'difference' | 'closing';
  readonly id: string;
  readonly statement: ImportedStatement;
  /** Of the line in fen, or the balance as adjusted. */
  readonly amount: bigint;
  /** Empty of a closing. */
  readonly reason: string;
  readonly proposedBy: string;
  readonly proposedAt: string;
}

/** A line that a closing carries over, by the proposal that two people made of it. */
export interface CarriedLine {
  readonly side: Side;
  readonly line: Line;
  readonly proposal: string;
}

export type NewClosing = Pick<Closing, 'statement' | 'ours' | 'theirs' | 'adjusted' | 'contentHash'> & {
  readonly content: string;
  readonly carried: readonly CarriedLine[];
};

/** Books of the ledger: from when on, and until when they are closed. */
export interface BooksSpan {
  readonly firstMonth: Month;
  readonly closedThrough: Month | null;
}

/** A line of a stored statement. */
export interface ToldLine extends Omit<StatementLine, 'isReceipt' | 'balance'> {
  readonly statement: string;
}

/** A movement of an account as the ledger has it: one event, its entries in the account added up. */
export interface LedgerMovement {
  readonly number: bigint;
  /** The month in which it is posted. */
  readonly month: Month;
  readonly key: string;
  readonly template: string | null;
  readonly counterparty: string | null;
  readonly on: PlainDate;
  readonly note: string;
  readonly reverses: bigint | null;
  readonly amount: bigint;
}

/** Premiums of a month by our ledger, in fen. */
export interface PremiumTurnover {
  readonly assessed: bigint;
  readonly received: bigint;
  readonly collectedByAgency: bigint;
  readonly swept: bigint;
}

/** Records of reconciliation within one transaction, and posting what corrects them. */
export interface ReconciliationOffice extends Pick<LedgerOffice, 'post' | 'findJournal'> {
  /** Whoever else works on the account waits until this transaction ends. */
  lock(account: ReconciledAccount): Promise<void>;
  findBooks(books: BooksOf): Promise<BooksSpan | undefined>;
  /** Our lines of months from `from` to `through`, balances brought forward left out. */
  listMovements(account: ReconciledAccount, from: Month, through?: Month): Promise<readonly LedgerMovement[]>;
  /** Our balance before each of the months, with what the month itself brought forward. */
  readOpenings(account: ReconciledAccount, months: readonly Month[]): Promise<ReadonlyMap<Month, bigint>>;
  /** What an event moved in the account; undefined where it did not touch it. */
  findMovement(account: ReconciledAccount, event: bigint): Promise<bigint | undefined>;
  readPremiums(books: BooksOf, month: Month): Promise<PremiumTurnover>;
  hasFile(account: ReconciledAccount, fileHash: string): Promise<boolean>;
  addStatement(
    statement: NewStatement,
    lines: readonly StatementLine[],
    by: string,
    now: string,
  ): Promise<string>;
  /** Of one account, or of all; the newest month first. */
  listStatements(account?: ReconciledAccount): Promise<readonly ImportedStatement[]>;
  /** Of months that are worked, in the order in which it was said; a line that has matched since waits as well. */
  listWaiting(): Promise<readonly WaitingDecision[]>;
  findStatement(id: string): Promise<ImportedStatement | undefined>;
  /** The statement that holds for a month. */
  findHolding(account: ReconciledAccount, month: Month): Promise<ImportedStatement | undefined>;
  /** Of each statement in the order of its lines. */
  listLines(statements: readonly string[]): Promise<readonly ToldLine[]>;
  /** Every proposal for the account, in the order in which they were made. */
  listProposals(account: ReconciledAccount): Promise<readonly DifferenceProposal[]>;
  findProposal(id: string): Promise<DifferenceProposal | undefined>;
  addProposal(proposal: NewProposal, by: string, now: string): Promise<string>;
  /** False where another has decided meanwhile. */
  decideProposal(
    proposal: Pick<DifferenceProposal, 'id' | 'proposedBy'>,
    decision: Outcome,
    by: string,
    now: string,
    event: bigint | null,
  ): Promise<boolean>;
  listClosings(statement: string): Promise<readonly Closing[]>;
  findClosing(id: string): Promise<Closing | undefined>;
  addClosing(closing: NewClosing, by: string, now: string): Promise<string>;
  decideClosing(
    closing: Pick<Closing, 'id' | 'proposedBy'>,
    decision: Outcome,
    by: string,
    now: string,
  ): Promise<boolean>;
  listCarried(closing: string): Promise<Sides>;
}

export interface ReconciliationStore {
  /** Records of one use case are one transaction, in which row security shows the scope’s places and departments. */
  within<T>(scope: Scope, work: (office: ReconciliationOffice) => Promise<T>): Promise<T>;
}
