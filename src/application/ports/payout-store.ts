import type { BooksOf } from '#application/ports/ledger-store';
import type { VoucherUse } from '#domain/fund/event-refusals';
import type { LedgerCommand, LedgerOutcome } from '#domain/fund/ledger-command';
import type { Scope } from '#domain/identity/account';
import type { BankAccountDetails } from '#domain/payout/bank-account';
import type { AnswerLine, GivenAnswer } from '#domain/payout/check-answer';
import type { PayeeAccount, RunLine } from '#domain/payout/collect-run';
import type { PendingLine } from '#domain/payout/less-pending';
import type { ReturnedLine } from '#domain/payout/pair-returned';
import type { PaidOut, PlanLine } from '#domain/payout/plan-lines';
import type { FundAmounts, Payable, Purpose } from '#domain/payout/purpose';
import type { DailyChange } from '#domain/payout/share-interest';
import type { Deposit } from '#domain/payout/sweep';
import type { Month } from '#kernel/month';
import type { PlainDate } from '#kernel/plain-date';

/** The second person's decision on a record; null while it waits. */
export interface Decided {
  readonly decision: 'approved' | 'rejected' | null;
  readonly decidedBy: string | null;
  readonly decidedAt: string | null;
}

/** A proposed record: proposer, pool and decision. */
export interface Proposed extends Decided {
  readonly id: string;
  readonly place: string;
  readonly pool: string;
  readonly proposedBy: string;
  readonly proposedAt: string;
}

export interface BankAccount extends Proposed, BankAccountDetails {
  /**
   * Whether it is in use: the last confirmed account of its role, or of its payee, from which no payment was sent back.
   */
  readonly holds: boolean;
  /** Reason for which the bank sent a payment back; null where it did not. */
  readonly sentBackFor: string | null;
}

/**
 * The end of a plan or run without money: withdrawn by a person, or lapsed, because it was neither funded nor sent when
 * its year's December was closed; null otherwise. A rejected record ends by its decision.
 */
export type EndedWithout = 'withdrawn' | 'lapsed' | null;

export interface PaymentPlan extends Proposed, BooksOf {
  readonly ended: EndedWithout;
  readonly month: Month;
  readonly note: string;
  readonly lines: readonly PlanLine[];
  /** Amounts funded, part by part, oldest first. */
  readonly fundings: readonly PlanFunding[];
}

/** A part of a plan that was moved from the special to the expenditure account. */
export interface PlanFunding extends FundAmounts {
  readonly event: bigint;
  readonly fundedBy: string;
  readonly fundedAt: string;
  /** Number of the bank's voucher; null where none was given. */
  readonly voucher: string | null;
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
  /**
   * Number of lines that the bank has confirmed, and of lines sent back, also after payment; a line counts in only one.
   */
  readonly paidCount: number;
  readonly rejectedCount: number;
}

/** A line of a run with the payee's account and the bank's answers. */
export interface PaymentRunLine extends RunLine {
  readonly line: number;
  readonly holder: string | null;
  readonly bank: string | null;
  readonly number: string | null;
  /** The bank's answers, paid before rejected. */
  readonly answers: readonly GivenAnswer[];
  /** Reason for which the bank sent it back; null where it did not. */
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
  /** The bank's number of the notice. */
  readonly reference: string;
  readonly amount: bigint;
  readonly expected: bigint;
  readonly unsplit: bigint;
}

export interface InterestNotice extends Proposed, InterestNoticeDetails {
  /** The kind of books: a pool's, or an adjustment fund's. */
  readonly kind: 'pool' | 'fund';
  readonly events: readonly bigint[];
  /** Reason for accepting an unexpected amount; empty where the amount was as expected. */
  readonly reason: string;
}

/** Actor and time of an act for a pool. */
export interface PoolSignature {
  readonly pool: string;
  readonly place: string;
  readonly by: string;
  readonly now: string;
}

type Decision = 'approved' | 'rejected';

/** The records and the ledger's figures, seen and written in one transaction within a scope. */
export interface PayoutStore {
  /** Runs `work` in one transaction; an error thrown by it undoes all of it, postings too. */
  within<T>(scope: Scope, work: (office: PayoutOffice) => Promise<T>): Promise<T>;
}

export interface PayoutOffice extends LedgerOffice, AccountOffice, PlanOffice, RunOffice, InterestOffice {}

export interface LedgerOffice {
  /** Locks these books: until the transaction ends nobody else plans, pays or shares interest for them. */
  lock(books: BooksOf): Promise<void>;
  post(commands: readonly LedgerCommand[]): Promise<readonly LedgerOutcome[]>;
  /** Lists the earlier uses of the commands' vouchers (`LedgerStore`). */
  listVoucherUses(commands: readonly LedgerCommand[]): Promise<readonly VoucherUse[]>;
  /** Finds the first month of these books; undefined where none are open. */
  findFirstMonth(books: BooksOf): Promise<Month | undefined>;
  /** Finds the pack version that last posted to these books; without any posting, the one registered last. */
  findJournal(books: BooksOf): Promise<string | undefined>;
  /**
   * Lists current money in the deposit accounts of these books, in fen; as posted through a month where one is given.
   */
  listDeposits(books: BooksOf, through?: Month): Promise<readonly Deposit[]>;
  /** Counts events of a template in a month of these books, reversals included. */
  countEvents(books: BooksOf, template: string, month: Month): Promise<bigint>;
  /** Lists debts and advances by purpose and counterparty; zero and negative ones included. */
  listPayables(books: BooksOf): Promise<readonly Payable[]>;
  /** Whether the books of a day's year are over: its December is closed. */
  isYearOver(books: BooksOf, day: PlainDate): Promise<boolean>;
  /** Lists money that left the expenditure account since a month. */
  listPaidOut(books: BooksOf, since: Month): Promise<readonly PaidOut[]>;
  /** Lists changes of one deposit account through a day, by fund and effective day, over all sources. */
  listDailyChanges(books: BooksOf, account: string, through: PlainDate): Promise<readonly DailyChange[]>;
}

export interface AccountOffice {
  listBankAccounts(): Promise<readonly BankAccount[]>;
  /** Counts accounts of persons that only other departments see. */
  countWithheldAccounts(): Promise<number>;
  findBankAccount(id: string): Promise<BankAccount | undefined>;
  /** Adds a bank account and returns its id; undefined where the number is confirmed for another role. */
  addBankAccount(details: BankAccountDetails, by: PoolSignature): Promise<string | undefined>;
  /** Decides a bank account; a number confirmed for one role is not confirmed for another. */
  decideBankAccount(
    account: Pick<BankAccount, 'id' | 'proposedBy' | 'number' | 'role'>,
    decision: Decision,
    by: string,
    now: string,
  ): Promise<'recorded' | 'decided_meanwhile' | 'number_of_other_role'>;
  /** Lists the last confirmed account of each payee of the pool, in use or sent back from. */
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
  /** Withdraws the drafter's own plan; false where it was decided meanwhile. */
  withdrawPlan(plan: Pick<PaymentPlan, 'id' | 'proposedBy'>, now: string): Promise<boolean>;
  recordFunding(plan: string, event: bigint, by: string, now: string): Promise<void>;
}

export interface RunOffice {
  listRuns(): Promise<readonly PaymentRun[]>;
  findRun(id: string): Promise<PaymentRun | undefined>;
  listRunLines(run: string): Promise<readonly PaymentRunLine[]>;
  /** Lists lines that the bank sent back, in the order of their return; advances, which are reversed, are left out. */
  listReturned(books: BooksOf): Promise<readonly ReturnedLine[]>;
  /** Lists lines that pay returned amounts again, in the order of their runs: waiting or sent. */
  listRepeats(books: BooksOf): Promise<readonly ReturnedLine[]>;
  /** Lists lines of runs that are not rejected, sent, withdrawn or lapsed; `but` leaves out one run. */
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
  /** Withdraws a run; an undecided one only by its proposer; false where it was decided meanwhile. */
  withdrawRun(
    run: Pick<PaymentRun, 'id' | 'proposedBy' | 'decision'>,
    reason: string,
    by: string,
    now: string,
  ): Promise<boolean>;
  /** Lists the earlier uses, in the expenditure account, of the bank's numbers for payments of a run. */
  listPaymentVouchers(books: BooksOf, vouchers: readonly string[]): Promise<readonly VoucherUse[]>;
  hasAnswer(run: string, fileHash: string): Promise<boolean>;
  /** Records an answer with its new lines; `events` are those of its rejected lines, in order. */
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
    reason: string,
    events: readonly bigint[],
    by: string,
    now: string,
  ): Promise<boolean>;
}
