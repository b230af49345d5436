import type { ColumnType, Generated, GeneratedAlways } from 'kysely';
import type { AccountRole } from '#domain/payout/bank-account';
import type { AnswerOutcome } from '#domain/payout/check-answer';
import type { ExpenditureLine } from '#domain/payout/plan-lines';
import type { Purpose } from '#domain/payout/purpose';
import type { InsuranceType } from '#kernel/insurance-type';
import type { PlainDate } from '#kernel/plain-date';

type Immutable<T> = { readonly [Key in keyof T]: ColumnType<T[Key], T[Key], never> };

type Outcome = 'approved' | 'rejected';

/** A record that one person proposes, with an id and an order that the database makes. */
type Proposed<T> = Immutable<T & { place: string; pool: string; proposedBy: string; proposedAt: string }> & {
  readonly id: Generated<string>;
  readonly ordinal: GeneratedAlways<bigint>;
};

/** What another person decided on a record. */
type Decided<T, Kind = Outcome> = Immutable<
  T & { proposer: string; decision: Kind; decidedBy: string; decidedAt: string }
>;

/** Of what its proposer may take back before it is decided. */
type OutcomeOrWithdrawn = Outcome | 'withdrawn';

/** The tables of bank accounts and flows that the application may read and add to. */
export interface PayoutTables {
  readonly bankAccountNumber: Immutable<{ number: string; role: AccountRole }>;
  readonly bankAccount: Proposed<{
    insuranceType: InsuranceType | null;
    role: AccountRole;
    counterparty: string | null;
    holder: string;
    bank: string;
    number: string;
  }>;
  readonly bankAccountDecision: Decided<{ account: string; number: string; role: AccountRole }> & {
    readonly ordinal: GeneratedAlways<bigint>;
  };
  readonly paymentPlan: Proposed<{ insuranceType: InsuranceType; month: PlainDate; note: string }>;
  readonly paymentPlanLine: Immutable<{
    plan: string;
    line: ExpenditureLine;
    open: bigint;
    expected: bigint;
    carried: bigint;
    amount: bigint;
  }> & { readonly fund: GeneratedAlways<string> };
  readonly paymentPlanDecision: Decided<{ plan: string }, OutcomeOrWithdrawn>;
  readonly paymentPlanFunding: Immutable<{
    plan: string;
    decision: 'approved';
    event: bigint;
    fundedBy: string;
    fundedAt: string;
  }>;
  readonly paymentRun: Proposed<{
    insuranceType: InsuranceType;
    purpose: Purpose;
    category: string | null;
    paysOn: PlainDate;
    payer: string | null;
    lineCount: number;
    total: bigint;
  }>;
  readonly paymentRunLine: Immutable<{
    run: string;
    line: number;
    counterparty: string;
    pooled: bigint;
    account: bigint;
    payee: string | null;
  }>;
  readonly paymentRunDecision: Decided<{ run: string }, OutcomeOrWithdrawn>;
  readonly paymentRunEnd: Immutable<{
    run: string;
    decision: 'approved' | 'withdrawn';
    outcome: 'sent' | 'withdrawn';
    fileHash: string | null;
    reason: string;
    endedBy: string;
    endedAt: string;
  }>;
  readonly paymentPosting: Immutable<{
    run: string;
    line: number;
    step: 'sent' | 'sent_back';
    event: bigint;
  }>;
  readonly bankAnswer: Immutable<{
    run: string;
    fileHash: string;
    fileName: string;
    importedBy: string;
    importedAt: string;
  }>;
  readonly bankAnswerLine: Immutable<{
    run: string;
    line: number;
    outcome: AnswerOutcome;
    fileHash: string;
    reason: string;
    saidOn: PlainDate;
    reference: string;
  }> & { readonly voucher: GeneratedAlways<string> };
  readonly interestNotice: Proposed<{
    insuranceType: InsuranceType;
    role: 'income' | 'special' | 'expenditure';
    fromDay: PlainDate;
    toDay: PlainDate;
    creditedOn: PlainDate;
    rate: string;
    daysOfYear: number;
    reference: string;
    amount: bigint;
    expected: bigint;
    pooled: bigint;
    account: bigint;
    unsplit: bigint;
  }>;
  readonly interestNoticeDecision: Decided<{ notice: string; reason: string }>;
  readonly interestPosting: Immutable<{ notice: string; decision: 'approved'; event: bigint }>;
}
