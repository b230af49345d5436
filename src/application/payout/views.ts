import type { CarriedOver } from '#application/payout/carried-over';
import type { SharedNotice } from '#application/payout/interest-notices';
import type { ShownPayable, ShownRunLine } from '#application/payout/show-runs';
import type { SweepRow, UnsweptRow } from '#application/payout/sweep-accounts';
import type { ShownPlan } from '#application/payout/payment-plans';
import type { InterestNotice, PaymentRun } from '#application/ports/payout-store';
import { maskNumber } from '#domain/payout/bank-account';
import type { PlanLine } from '#domain/payout/plan-lines';
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

export function planView({ lines, fundings, total, open, ...plan }: ShownPlan) {
  return {
    ...plan,
    lines: lines.map((line) => ({ ...planLineView(line), funded: yuan(line.funded) })),
    total: yuan(total),
    openPooled: yuan(open.pooled),
    openAccount: yuan(open.account),
    fundings: fundings.map(({ event, pooled, account, ...part }) => {
      return { ...part, event: event.toString(), pooled: yuan(pooled), account: yuan(account) };
    }),
  };
}

export function runView({ total, payer: _payer, ...run }: PaymentRun) {
  return { ...run, total: yuan(total) };
}

export function runLineView(line: ShownRunLine) {
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
    vouchers: [...new Set(answers.map(({ reference }) => reference))].filter((one) => one !== ''),
    repeats: [...line.repeats],
    repeatedBy: [...line.repeatedBy],
    reason,
    event: digits(line.event),
  };
}

export function payableView({ pooled, account, returned, ...payable }: ShownPayable) {
  return { ...payable, pooled: yuan(pooled), account: yuan(account), returned: [...returned] };
}

export function sweepView({ amount, event, refusals, ...row }: SweepRow) {
  return { ...row, amount: yuan(amount), event: digits(event), refusals: [...refusals] };
}

export function unsweptView({ balance, ...row }: UnsweptRow) {
  return { ...row, balance: yuan(balance) };
}

export function carriedOverView({ name: poolName, pooled, account, ...books }: CarriedOver) {
  return { ...books, poolName, pooled: yuan(pooled), account: yuan(account) };
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
