import type { SharedNotice } from '#application/payout/interest-notices';
import type { SweepRow, UnsweptRow } from '#application/payout/sweep-accounts';
import type {
  InterestNotice,
  PaymentPlan,
  PaymentRun,
  PaymentRunLine,
} from '#application/ports/payout-store';
import { maskNumber } from '#domain/payout/bank-account';
import type { PlanLine } from '#domain/payout/plan-lines';
import type { Payable } from '#domain/payout/purpose';
import { fen, formatYuan } from '#kernel/fen';

/* What the records of accounts and flows are as JSON: amounts in yuan, numbers of events as digits, accounts masked. */

const yuan = (amount: bigint): string => formatYuan(fen(amount));
const digits = (number: bigint | null): string | null => number?.toString() ?? null;

export function planLineView({ open, expected, carried, amount, line }: PlanLine) {
  return {
    line,
    open: yuan(open),
    expected: yuan(expected),
    carried: yuan(carried),
    amount: yuan(amount),
  };
}

export function planView({ lines, event, total, ...plan }: PaymentPlan & { readonly total: bigint }) {
  return { ...plan, lines: lines.map(planLineView), event: digits(event), total: yuan(total) };
}

export function runView({ total, payer: _payer, ...run }: PaymentRun) {
  return { ...run, total: yuan(total) };
}

export function runLineView(line: PaymentRunLine) {
  const { counterparty, holder, bank, number, answers, reason } = line;
  return {
    line: line.line,
    counterparty,
    pooled: yuan(line.pooled),
    account: yuan(line.account),
    holder,
    bank,
    number: number === null ? null : maskNumber(number),
    answers: answers.map(({ outcome }) => outcome),
    reason,
    event: digits(line.event),
  };
}

export function payableView({ counterparty, purpose, category, pooled, account }: Payable) {
  return { counterparty, purpose, category, pooled: yuan(pooled), account: yuan(account) };
}

export function sweepView({ amount, event, refusals, ...row }: SweepRow) {
  return { ...row, amount: yuan(amount), event: digits(event), refusals: [...refusals] };
}

export function unsweptView({ balance, ...row }: UnsweptRow) {
  return { ...row, balance: yuan(balance) };
}

export function sharedNoticeView({ id, ...shares }: SharedNotice) {
  const { expected, difference, pooled, account, unsplit } = shares;
  return {
    id,
    expected: yuan(expected),
    difference: yuan(difference),
    pooled: yuan(pooled),
    account: yuan(account),
    unsplit: yuan(unsplit),
  };
}

export function noticeView({ events, kind: _kind, ...notice }: InterestNotice) {
  const { amount, expected, pooled, account, unsplit } = notice;
  return {
    ...notice,
    amount: yuan(amount),
    expected: yuan(expected),
    difference: yuan(amount - expected),
    pooled: yuan(pooled),
    account: yuan(account),
    unsplit: yuan(unsplit),
    events: events.map((event) => event.toString()),
  };
}
