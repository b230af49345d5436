import type { BooksOf } from '#application/ports/ledger-store';
import type { LedgerOffice } from '#application/ports/payout-store';
import type { Scope } from '#domain/identity/account';
import type { Line, Side, Sides } from '#domain/reconciliation/line';
import type { PartyId } from '#domain/reconciliation/party';
import type { StatementLine } from '#domain/reconciliation/read-statement';
import type { Month } from '#kernel/month';
import type { PlainDate } from '#kernel/plain-date';

type Outcome = 'approved' | 'rejected';

/** One account of a pool's insurance type, as reported by one party. */
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
  /** The profile it was read by: an id, or a profile of its own as JSON. */
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
  /** Whether somebody of the party's own department imported it. */
  readonly byParty: boolean;
  readonly state: ReconciliationState;
}

/** The posting of a correction, made once another person agrees; amounts in yuan as requested. */
export interface CorrectionPosting {
  /** Template to post by; null to reverse the line's own event. */
  readonly template: string | null;
  readonly otherPool?: string;
  readonly counterparty?: string;
  readonly category?: string;
  readonly amounts: Readonly<Record<string, string>>;
  readonly effectiveOn: string;
}

/** One person's proposal on an open line, with another's decision; null while it waits. */
export interface DifferenceProposal {
  readonly id: string;
  readonly statement: string;
  /** Month of its statement. */
  readonly month: Month;
  readonly side: Side;
  readonly item: string;
  readonly amount: bigint;
  readonly kind: 'timing' | 'correction' | 'claim';
  /** The event named, or the one that the agreement posted. */
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

/** A proposed closing of a month, with another person's decision. */
export interface Closing {
  readonly id: string;
  readonly statement: string;
  readonly ours: bigint;
  readonly theirs: bigint;
  readonly adjusted: bigint;
  readonly contentHash: string;
  readonly proposedBy: string;
  readonly proposedAt: string;
  /** User id of the other party's confirming person; null where nobody has confirmed. */
  readonly confirmedBy: string | null;
  readonly confirmedAt: string | null;
  readonly decision: Outcome | null;
  readonly decidedBy: string | null;
  readonly decidedAt: string | null;
}

/**
 * What one person said to a difference, or a month that one proposes to close, while another has not decided on it.
 * `confirmation`: such a month, which the other party has to confirm before it is decided.
 */
export interface WaitingDecision {
  readonly kind: 'difference' | 'closing' | 'confirmation';
  readonly id: string;
  readonly statement: ImportedStatement;
  /** Amount of the line, or the adjusted balance, in fen. */
  readonly amount: bigint;
  /** Reason of a difference; empty otherwise. */
  readonly reason: string;
  readonly proposedBy: string;
  readonly proposedAt: string;
}

/** A line carried over by a closing, with the proposal that two people agreed on. */
export interface CarriedLine {
  readonly side: Side;
  readonly line: Line;
  readonly proposal: string;
}

export type NewClosing = Pick<Closing, 'statement' | 'ours' | 'theirs' | 'adjusted' | 'contentHash'> & {
  readonly content: string;
  readonly carried: readonly CarriedLine[];
};

/** First month of the ledger's books, and the month through which they are closed. */
export interface BooksSpan {
  readonly firstMonth: Month;
  readonly closedThrough: Month | null;
}

/** A line of a stored statement. */
export interface ToldLine extends Omit<StatementLine, 'isReceipt' | 'balance'> {
  readonly statement: string;
}

/** A movement of an account in the ledger: one event, its entries in the account added up. */
export interface LedgerMovement {
  readonly number: bigint;
  /** The month in which it is posted. */
  readonly month: Month;
  readonly key: string;
  readonly template: string | null;
  readonly counterparty: string | null;
  readonly on: PlainDate;
  readonly note: string;
  /** Number under which the bank confirmed a payment; null where it gave none. */
  readonly paidBy: string | null;
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
export interface ReconciliationOffice extends Pick<
  LedgerOffice,
  'post' | 'findJournal' | 'findFirstMonth' | 'listVoucherUses'
> {
  /** Locks the account: others wait until this transaction ends. */
  lock(account: ReconciledAccount): Promise<void>;
  findBooks(books: BooksOf): Promise<BooksSpan | undefined>;
  /** Lists our lines of the months `from` to `through`, without balances brought forward. */
  listMovements(account: ReconciledAccount, from: Month, through?: Month): Promise<readonly LedgerMovement[]>;
  /** Reads our balance before each of the months, with balances that the month brought forward. */
  readOpenings(account: ReconciledAccount, months: readonly Month[]): Promise<ReadonlyMap<Month, bigint>>;
  /** Finds the amount that an event moved in the account; undefined where it did not move it. */
  findMovement(account: ReconciledAccount, event: bigint): Promise<bigint | undefined>;
  readPremiums(books: BooksOf, month: Month): Promise<PremiumTurnover>;
  hasFile(account: ReconciledAccount, fileHash: string): Promise<boolean>;
  addStatement(
    statement: NewStatement,
    lines: readonly StatementLine[],
    by: string,
    now: string,
  ): Promise<string>;
  /** Lists statements of one account or of all, newest month first. */
  listStatements(account?: ReconciledAccount): Promise<readonly ImportedStatement[]>;
  /** Lists waiting decisions of open months in the order of proposal; a line matched since then waits as well. */
  listWaiting(): Promise<readonly WaitingDecision[]>;
  findStatement(id: string): Promise<ImportedStatement | undefined>;
  /** Finds the current statement of a month. */
  findHolding(account: ReconciledAccount, month: Month): Promise<ImportedStatement | undefined>;
  /** Lists the lines of each statement in order. */
  listLines(statements: readonly string[]): Promise<readonly ToldLine[]>;
  /** Lists every proposal for the account, in the order of making. */
  listProposals(account: ReconciledAccount): Promise<readonly DifferenceProposal[]>;
  findProposal(id: string): Promise<DifferenceProposal | undefined>;
  addProposal(proposal: NewProposal, by: string, now: string): Promise<string>;
  /** Decides a proposal; false where another person decided it meanwhile. */
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
  /** Whether the department that issues the statement has a person at the place who could confirm; never for a bank. */
  hasPartyPeople(statement: ImportedStatement): Promise<boolean>;
  addConfirmation(closing: Pick<Closing, 'id' | 'proposedBy'>, by: string, now: string): Promise<void>;
  decideClosing(
    closing: Pick<Closing, 'id' | 'proposedBy'>,
    decision: Outcome,
    by: string,
    now: string,
  ): Promise<boolean>;
  /** Lists what an approved closing left open, as the next month begins with it. */
  listCarried(closing: string): Promise<Sides>;
}

export interface ReconciliationStore {
  /** Runs `work` in one transaction, in which row security shows the scope’s places and departments. */
  within<T>(scope: Scope, work: (office: ReconciliationOffice) => Promise<T>): Promise<T>;
}
