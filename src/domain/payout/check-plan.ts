import { formatYuan, positivePart, type Fen } from '#kernel/fen';
import type { Refusal } from '#kernel/decision';
import type { FundAmounts } from '#domain/payout/purpose';
import type { PlanLine } from '#domain/payout/plan-lines';

/** What a plan takes out of the special account, by fund. */
export function fundingOf(lines: readonly PlanLine[]): FundAmounts {
  const sumOf = (fund: string): bigint =>
    lines.filter(({ line }) => line.endsWith(`.${fund}`)).reduce((sum, { amount }) => sum + amount, 0n);
  return { pooled: sumOf('pooled'), account: sumOf('account') };
}

/**
 * Whether the budget's line bears what is planned: what is planned before and not paid yet, what is paid in advance and
 * not set off yet (benefits of the pooled fund alone), and what this plan adds (SC-2.1-d). Above it the budget
 * has to be adjusted first.
 */
export function checkAgainstBudget(line: PlanLine, advances: Fen, remaining: Fen): Refusal | undefined {
  const held = line.line === '5001.pooled' ? advances : 0n;
  const above = positivePart(line.carried + held + line.amount - remaining);
  if (above === 0n) return undefined;
  return {
    code: 'plan_above_budget',
    at: line.line,
    what: {
      zh: `用款计划超出预算 ${formatYuan(above)} 元`,
      en: `the plan is ${formatYuan(above)} yuan above what the budget leaves`,
    },
    next: {
      zh: '请先按程序调整预算，或减少计划',
      en: 'have an adjustment of the budget approved first, or plan less',
    },
  };
}

/** Whether an account holds what is to leave it; a refusal for each fund that does not. */
export function checkHeld(
  needed: FundAmounts,
  held: FundAmounts,
  account: 'special' | 'expenditure',
): readonly Refusal[] {
  return (['pooled', 'account'] as const).flatMap((fund) => {
    const short = positivePart(needed[fund] - positivePart(held[fund]));
    return short === 0n || needed[fund] === 0n ? [] : [shortOf(account, fund, short)];
  });
}

const SHORT = {
  special: {
    clause: 'NAT-144.36',
    name: { zh: '财政专户', en: 'the special account' },
    next: {
      zh: '请按顺序动用结余、调剂金、债券和财政补贴',
      en: 'draw on the sources in their order: balance, adjustment, bonds, subsidy',
    },
  },
  expenditure: {
    clause: 'NAT-144.39-b',
    name: { zh: '支出户', en: 'the expenditure account' },
    next: { zh: '请先按用款计划拨付支出户', en: 'fund it by a payment plan first' },
  },
} as const;

const FUND_NAMES = {
  pooled: { zh: '统筹基金', en: 'pooled fund' },
  account: { zh: '个人账户', en: 'personal accounts' },
} as const;

function shortOf(account: 'special' | 'expenditure', fund: 'pooled' | 'account', short: Fen): Refusal {
  const { clause, name, next } = SHORT[account];
  const ofFund = FUND_NAMES[fund];
  return {
    code: `${account}_account_short`,
    at: fund,
    clause,
    what: {
      zh: `${name.zh}的${ofFund.zh}不足，差 ${formatYuan(short)} 元`,
      en: `${name.en} lacks ${formatYuan(short)} yuan of the ${ofFund.en}`,
    },
    next,
  };
}
