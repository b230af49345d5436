import type { BooksOf } from '#application/ports/ledger-store';
import type { LedgerCommand, LedgerOutcome } from '#domain/fund/ledger-command';
import type { Scope } from '#domain/identity/account';
import type { BankAccountDetails } from '#domain/payout/bank-account';
import type { AnswerLine, GivenAnswer } from '#domain/payout/check-answer';
import type { PayeeAccount, RunLine } from '#domain/payout/collect-run';
import type { PendingLine } from '#domain/payout/less-pending';
import type { PaidOut, PlanLine } from '#domain/payout/plan-lines';
import type { FundAmounts, Payable, Purpose } from '#domain/payout/purpose';
import type { DailyChange } from '#domain/payout/share-interest';
import type { Deposit } from '#domain/payout/sweep';
import type { Month } from '#kernel/month';
import type { PlainDate } from '#kernel/plain-date';

/** What another person said to a record; null while it waits. */
export interface Decided {
  readonly decision: 'approved' | 'rejected' | null;
  readonly decidedBy: string | null;
  readonly decidedAt: string | null;
}

/** A record of accounts and flows: who proposed it for which pool, and what became of it. */
export interface Proposed extends Decided {
  readonly id: string;
  readonly place: string;
  readonly pool: string;
  readonly proposedBy: string;
  readonly proposedAt: string;
}

export interface BankAccount extends Proposed, BankAccountDetails {
  /** Whether it is in use: the one of its role, or of its payee, that was confirmed last, and not sent back from. */
  readonly holds: boolean;
  /** Why the bank sent a payment back from it; null where it did not. */
  readonly sentBackFor: string | null;
}

/**
 * How a plan or run ended without money: withdrawn by a person, or lapsed, since it was neither funded nor sent when the
 * December of its year was closed; null where it did not. What was rejected is decided and ends by that.
 */
export type EndedWithout = 'withdrawn' | 'lapsed' | null;

export interface PaymentPlan extends Proposed, BooksOf {
  readonly ended: EndedWithout;
  readonly month: Month;
  readonly note: string;
  readonly lines: readonly PlanLine[];
  /** The event that funded it; null before. */
  readonly event: bigint | null;
  readonly fundedBy: string | null;
  readonly fundedAt: string | null;
}

export interface PaymentRun extends Proposed, BooksOf {
  readonly ended: EndedWithout;
  readonly purpose: Purpose;
  readonly category: string | null;
  readonly paysOn: PlainDate;
  /** The bank account that pays; null for a set-off. */
  readonly payer: string | null;
  readonly lineCount: number;
  readonly total: bigint;
  readonly fileHash: string | null;
  readonly sentBy: string | null;
  readonly sentAt: string | null;
  /** Why it was withdrawn; null where it was not. */
  readonly withdrawnFor: string | null;
  /** How many lines the bank has confirmed, and how many it has sent back, also after it had paid them; never both. */
  readonly paidCount: number;
  readonly rejectedCount: number;
}

/** A line of a run with the payee's account and what the bank said. */
export interface PaymentRunLine extends RunLine {
  readonly line: number;
  readonly holder: string | null;
  readonly bank: string | null;
  readonly number: string | null;
  /** What the bank said of it, paid before rejected. */
  readonly answers: readonly GivenAnswer[];
  /** Why the bank sent it back; null where it did not. */
  readonly reason: string | null;
  /** The event that posted it; null before it was sent. */
  readonly event: bigint | null;
}

export interface InterestNoticeDetails extends BooksOf, FundAmounts {
  readonly role: 'income' | 'special' | 'expenditure';
  readonly fromDay: PlainDate;
  readonly toDay: PlainDate;
  /** The day on which the bank credited it. */
  readonly creditedOn: PlainDate;
  /** Yearly rate as the bank gives it, such as `0.35%`. */
  readonly rate: string;
  readonly daysOfYear: number;
  /** The bank's own number of the notice. */
  readonly reference: string;
  readonly amount: bigint;
  readonly expected: bigint;
  readonly unsplit: bigint;
}

export interface InterestNotice extends Proposed, InterestNoticeDetails {
  /** Whose books: a pool's, or an adjustment fund's. */
  readonly kind: 'pool' | 'fund';
  readonly events: readonly bigint[];
}

/** Who proposes or does something for a pool, and when. */
export interface PoolSignature {
  readonly pool: string;
  readonly place: string;
  readonly by: string;
  readonly now: string;
}

type Decision = 'approved' | 'rejected';

/** The records and the ledger's figures, seen and written in one transaction within a scope. */
export interface PayoutStore {
  /** What `work` throws undoes everything, postings too. */
  within<T>(scope: Scope, work: (office: PayoutOffice) => Promise<T>): Promise<T>;
}

export interface PayoutOffice extends LedgerOffice, AccountOffice, PlanOffice, RunOffice, InterestOffice {}

export interface LedgerOffice {
  /** Until the end of the transaction nobody else plans, pays or shares interest for these books. */
  lock(books: BooksOf): Promise<void>;
  post(commands: readonly LedgerCommand[]): Promise<readonly LedgerOutcome[]>;
  /** The pack version by whose journal these books were posted last; without any, the one that was registered last. */
  findJournal(books: BooksOf): Promise<string | undefined>;
  /** Current money in the deposit accounts of these books; of what was posted through a month where one is given. */
  listDeposits(books: BooksOf, through?: Month): Promise<readonly Deposit[]>;
  /** How many events of a template stand in a month of these books, reversals among them. */
  countEvents(books: BooksOf, template: string, month: Month): Promise<bigint>;
  /** What is owed for each purpose, and paid in advance, by counterparty; nil and below included. */
  listPayables(books: BooksOf): Promise<readonly Payable[]>;
  /** Whether the books of a day's year are over: its December is closed. */
  isYearOver(books: BooksOf, day: PlainDate): Promise<boolean>;
  /** What left the expenditure account since a month. */
  listPaidOut(books: BooksOf, since: Month): Promise<readonly PaidOut[]>;
  /** Changes of one deposit account through a day, by fund and effective day, all sources together. */
  listDailyChanges(books: BooksOf, account: string, through: PlainDate): Promise<readonly DailyChange[]>;
}

export interface AccountOffice {
  listBankAccounts(): Promise<readonly BankAccount[]>;
  /** Accounts of persons that other departments see and this one does not. */
  countWithheldAccounts(): Promise<number>;
  findBankAccount(id: string): Promise<BankAccount | undefined>;
  /** The new record's id; undefined where the number is confirmed for another role. */
  addBankAccount(details: BankAccountDetails, by: PoolSignature): Promise<string | undefined>;
  /** A number that is confirmed for one role is not confirmed for another. */
  decideBankAccount(
    account: Pick<BankAccount, 'id' | 'proposedBy' | 'number' | 'role'>,
    decision: Decision,
    by: string,
    now: string,
  ): Promise<'recorded' | 'decided_meanwhile' | 'number_of_other_role'>;
  /** The account of each payee of the pool that was confirmed last, in use or sent back from. */
  listPayees(pool: string): Promise<ReadonlyMap<string, PayeeAccount>>;
}

export interface PlanOffice {
  listPlans(): Promise<readonly PaymentPlan[]>;
  findPlan(id: string): Promise<PaymentPlan | undefined>;
  addPlan(
    plan: BooksOf & { readonly month: Month; readonly note: string; readonly lines: readonly PlanLine[] },
    by: PoolSignature,
  ): Promise<string>;
  decidePlan(
    plan: Pick<PaymentPlan, 'id' | 'proposedBy'>,
    decision: Decision,
    by: string,
    now: string,
  ): Promise<boolean>;
  /** Its drafter takes it back; false where it was decided meanwhile. */
  withdrawPlan(plan: Pick<PaymentPlan, 'id' | 'proposedBy'>, now: string): Promise<boolean>;
  recordFunding(plan: string, event: bigint, by: string, now: string): Promise<void>;
}

export interface RunOffice {
  listRuns(): Promise<readonly PaymentRun[]>;
  findRun(id: string): Promise<PaymentRun | undefined>;
  listRunLines(run: string): Promise<readonly PaymentRunLine[]>;
  /** Lines of runs that are neither rejected nor sent, withdrawn or lapsed, but one that is left out. */
  listPending(books: BooksOf, but?: string): Promise<readonly PendingLine[]>;
  addRun(
    run: BooksOf &
      Pick<PaymentRun, 'purpose' | 'category' | 'paysOn' | 'payer'> & { readonly lines: readonly RunLine[] },
    by: PoolSignature,
  ): Promise<string>;
  decideRun(
    run: Pick<PaymentRun, 'id' | 'proposedBy'>,
    decision: Decision,
    by: string,
    now: string,
  ): Promise<boolean>;
  recordSending(
    run: string,
    fileHash: string | null,
    events: readonly bigint[],
    by: string,
    now: string,
  ): Promise<void>;
  /** Of a run that waits, only its proposer's; false where it was decided meanwhile. */
  withdrawRun(
    run: Pick<PaymentRun, 'id' | 'proposedBy' | 'decision'>,
    reason: string,
    by: string,
    now: string,
  ): Promise<boolean>;
  hasAnswer(run: string, fileHash: string): Promise<boolean>;
  /** Keeps an answer with what it says for the first time; `events` are those of its rejected lines, in order. */
  recordAnswer(
    run: string,
    file: { readonly hash: string; readonly name: string },
    said: readonly AnswerLine[],
    events: readonly bigint[],
    by: string,
    now: string,
  ): Promise<void>;
}

export interface InterestOffice {
  listNotices(): Promise<readonly InterestNotice[]>;
  findNotice(id: string): Promise<InterestNotice | undefined>;
  addNotice(details: InterestNoticeDetails, by: PoolSignature): Promise<string>;
  decideNotice(
    notice: Pick<InterestNotice, 'id' | 'proposedBy'>,
    decision: Decision,
    events: readonly bigint[],
    by: string,
    now: string,
  ): Promise<boolean>;
}
