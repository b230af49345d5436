import { positivePart, type Fen } from '#kernel/fen';
import type { Payable, Purpose } from '#domain/payout/purpose';

/**
 * A line of a pool's expenditure budget: statutory account and fund, written as `year_closed` writes them. Benefits
 * 5001, large-expense insurance 5101, transfers out 5201, other expenditure 5401.
 */
export type ExpenditureLine =
  '5001.pooled' | '5001.account' | '5101.pooled' | '5201.account' | '5401.pooled' | '5401.account';

interface LineRule {
  readonly line: ExpenditureLine;
  readonly purpose: Exclude<Purpose, 'prepayment' | 'set_off' | 'returned'>;
  readonly fund: 'pooled' | 'account';
  /** Templates by which money of the line leaves the expenditure account. */
  readonly templates: readonly string[];
}

/** The possible lines of a payment plan. A prepayment is planned under the benefit that it will become. */
export const PLAN_LINES: readonly LineRule[] = [
  {
    line: '5001.pooled',
    purpose: 'benefit',
    fund: 'pooled',
    templates: ['benefit_paid', 'institution_prepaid'],
  },
  { line: '5001.account', purpose: 'benefit', fund: 'account', templates: ['benefit_paid'] },
  {
    line: '5101.pooled',
    purpose: 'large_expense',
    fund: 'pooled',
    templates: ['large_expense_premium_paid'],
  },
  { line: '5201.account', purpose: 'transfer_out', fund: 'account', templates: ['transfer_out_paid'] },
  { line: '5401.pooled', purpose: 'refund', fund: 'pooled', templates: ['refund_paid'] },
  { line: '5401.account', purpose: 'refund', fund: 'account', templates: ['refund_paid'] },
];

/** Money that left the expenditure account, by template and fund, in fen. */
export interface PaidOut {
  readonly template: string;
  readonly fund: string;
  readonly amount: bigint;
}

export interface PlanFacts {
  /** Debts and advances, by counterparty and purpose. */
  readonly payables: readonly Payable[];
  /** Further payments that the drafter expects to fall due, by line. */
  readonly expected: ReadonlyMap<ExpenditureLine, Fen>;
  /** The sums of all approved plans, by line. */
  readonly planned: ReadonlyMap<ExpenditureLine, bigint>;
  /** Money paid out since the month of the first approved plan. */
  readonly paidOut: readonly PaidOut[];
}

export interface PlanLine {
  readonly line: ExpenditureLine;
  /** Owed at present less advances to the same counterparties, in fen. */
  readonly open: Fen;
  readonly expected: Fen;
  /** Planned before and not paid out yet: it lies in the expenditure account or waits to be funded. */
  readonly carried: Fen;
  /** Addition of the plan, in fen: open and expected, less what is carried. */
  readonly amount: Fen;
}

/**
 * Drafts the lines of a payment plan (用款计划): open and expected, less what earlier plans still cover, so that an
 * obligation is never funded twice. Empty lines are left out.
 */
export function draftPlanLines(facts: PlanFacts): readonly PlanLine[] {
  return PLAN_LINES.map((rule) => {
    const open = openOf(facts.payables, rule);
    const expected = facts.expected.get(rule.line) ?? positivePart(0n);
    const carried = carriedOf(facts, rule);
    return { line: rule.line, open, expected, carried, amount: positivePart(open + expected - carried) };
  }).filter(({ open, expected, carried }) => open + expected + carried > 0n);
}

/** Sums advances not yet set off, in fen: no expenditure yet, but counted against the budget of benefits. */
export function advancesOf(payables: readonly Payable[]): Fen {
  return positivePart(
    payables.filter(({ purpose }) => purpose === 'advance').reduce((sum, { pooled }) => sum + pooled, 0n),
  );
}

function openOf(payables: readonly Payable[], { purpose, fund }: LineRule): Fen {
  const byParty = new Map<string, bigint>();
  for (const payable of payables) {
    if (payable.purpose !== purpose && !(purpose === 'benefit' && payable.purpose === 'advance')) continue;
    const signed = payable.purpose === 'advance' ? -payable[fund] : payable[fund];
    byParty.set(payable.counterparty, (byParty.get(payable.counterparty) ?? 0n) + signed);
  }
  // An advance to one institution does not pay another: each counterparty is netted alone.
  return positivePart([...byParty.values()].reduce((sum, amount) => sum + positivePart(amount), 0n));
}

/** Planned and not paid out yet: it lies in the expenditure account or waits to be funded. */
export function carriedOf(
  { planned, paidOut }: Pick<PlanFacts, 'planned' | 'paidOut'>,
  { line, fund, templates }: LineRule,
): Fen {
  const paid = paidOut
    .filter((one) => one.fund === fund && templates.includes(one.template))
    .reduce((sum, { amount }) => sum + amount, 0n);
  return positivePart((planned.get(line) ?? 0n) - paid);
}
