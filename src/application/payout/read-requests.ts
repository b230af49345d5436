import type { WantedFunding } from '#application/payout/fund-plan';
import type { WantedPlan } from '#application/payout/payment-plans';
import type { EnteredNotice } from '#application/payout/interest-notices';
import type { WantedRun } from '#application/payout/payment-runs';
import { badAmount, badDay, badMonth } from '#domain/fund/event-refusals';
import type { ExpenditureLine } from '#domain/payout/plan-lines';
import type { Purpose } from '#domain/payout/purpose';
import { allowUnless, type Decision, type Refusal } from '#kernel/decision';
import { fen, parseYuan, ZERO_FEN, type Fen } from '#kernel/fen';
import type { InsuranceType } from '#kernel/insurance-type';
import { parseMonth, type Month } from '#kernel/month';
import { parsePlainDate, type PlainDate } from '#kernel/plain-date';

/** A requested payment plan: texts, amounts in yuan. */
export interface PlanRequest {
  readonly insuranceType: InsuranceType;
  readonly month: string;
  readonly expected: readonly { readonly line: ExpenditureLine; readonly amount: string }[];
  readonly note: string;
}

export function readPlanRequest(pool: string, request: PlanRequest): Decision<WantedPlan> {
  const found: Refusal[] = [];
  const month = readMonth(request.month, 'month', found);
  const expected = new Map<ExpenditureLine, Fen>();
  for (const [index, { line, amount }] of request.expected.entries()) {
    const read = readYuan(amount, `expected[${index}].amount`, found);
    expected.set(line, fen((expected.get(line) ?? ZERO_FEN) + read));
  }
  const { insuranceType, note } = request;
  return allowUnless(found, () => ({ pool, insuranceType, month, expected, note }));
}

/** A requested part of a plan. */
export interface FundingRequest {
  readonly pooled?: string | undefined;
  readonly account?: string | undefined;
  readonly voucher?: string | undefined;
}

export function readFundingRequest(
  id: string,
  { voucher, ...amounts }: FundingRequest,
): Decision<WantedFunding> {
  const found: Refusal[] = [];
  const part = Object.fromEntries(
    (['pooled', 'account'] as const).flatMap((fund) => {
      const text = amounts[fund];
      return text === undefined ? [] : [[fund, readYuan(text, fund, found)] as const];
    }),
  );
  return allowUnless(found, () => ({
    id,
    voucher,
    part: Object.keys(part).length === 0 ? undefined : part,
  }));
}

/** A requested payment run. */
export interface RunRequest {
  readonly insuranceType: InsuranceType;
  readonly purpose: Purpose;
  readonly category: string | null;
  readonly paysOn: string;
  /**
   * Lines to pay; left out for all that is owed for the purpose. A line without amounts takes all that its payee is
   * owed.
   */
  readonly lines?:
    | readonly {
        readonly counterparty: string;
        readonly pooled?: string | undefined;
        readonly account?: string | undefined;
      }[]
    | undefined;
}

export function readRunRequest(pool: string, request: RunRequest): Decision<WantedRun> {
  const found: Refusal[] = [];
  const paysOn = readDay(request.paysOn, 'paysOn', found);
  const lines = request.lines?.map(({ counterparty, pooled, account }, index) => ({
    counterparty,
    ...(pooled === undefined ? {} : { pooled: readYuan(pooled, `lines[${index}].pooled`, found) }),
    ...(account === undefined ? {} : { account: readYuan(account, `lines[${index}].account`, found) }),
  }));
  const { insuranceType, purpose, category } = request;
  return allowUnless(found, () => ({ pool, insuranceType, purpose, category, paysOn, lines }));
}

/** A bank's interest notice as entered. */
export interface NoticeRequest {
  readonly insuranceType: InsuranceType;
  readonly role: 'income' | 'special' | 'expenditure';
  readonly fromDay: string;
  readonly toDay: string;
  readonly creditedOn: string;
  readonly rate: string;
  readonly daysOfYear: number;
  readonly reference: string;
  readonly amount: string;
}

export function readNoticeRequest(pool: string, request: NoticeRequest): Decision<EnteredNotice> {
  const found: Refusal[] = [];
  const { insuranceType, role, rate, daysOfYear, reference } = request;
  const days = {
    fromDay: readDay(request.fromDay, 'fromDay', found),
    toDay: readDay(request.toDay, 'toDay', found),
    creditedOn: readDay(request.creditedOn, 'creditedOn', found),
  };
  const amount = readYuan(request.amount, 'amount', found);
  if (amount <= 0n && found.length === 0) found.push(badAmount('amount', request.amount));
  return allowUnless(found, () => ({
    pool,
    insuranceType,
    role,
    rate,
    daysOfYear,
    reference,
    ...days,
    amount,
  }));
}

/** Reads the month of a sweep. */
export function readMonthRequest(text: string): Decision<Month> {
  const found: Refusal[] = [];
  const month = readMonth(text, 'month', found);
  return allowUnless(found, () => month);
}

/** Reads a month; a faulty one is noted, and reading goes on. */
function readMonth(text: string, at: string, found: Refusal[]): Month {
  const month = parseMonth(text);
  if (month === undefined) found.push(badMonth(at, text));
  return month ?? ('0000-01' as Month);
}

function readDay(text: string, at: string, found: Refusal[]): PlainDate {
  const day = parsePlainDate(text);
  if (day === undefined) found.push(badDay(at, text));
  return day ?? ('0000-01-01' as PlainDate);
}

/** Reads a non-negative amount: plans, payments and interest are never negative. */
function readYuan(text: string, at: string, found: Refusal[]): Fen {
  const amount = parseYuan(text);
  if (typeof amount !== 'string' && amount >= 0n) return amount;
  found.push(badAmount(at, text));
  return ZERO_FEN;
}
