import { formatYuan, positivePart, type Fen } from '#kernel/fen';
import type { Refusal } from '#kernel/decision';
import type { FundAmounts } from '#domain/payout/purpose';
import type { ExpenditureLine, PlanLine } from '#domain/payout/plan-lines';

/** Sums what a plan draws from the special account, by fund, in fen. */
export function fundingOf(lines: readonly PlanLine[]): FundAmounts {
  const sumOf = (fund: string): bigint =>
    lines.filter(({ line }) => line.endsWith(`.${fund}`)).reduce((sum, { amount }) => sum + amount, 0n);
  return { pooled: sumOf('pooled'), account: sumOf('account') };
}

/**
 * Checks a planned line against what the budget leaves (SC-2.1-d): earlier plans not yet paid, advances not yet set off
 * (benefits of the pooled fund only), and the additions of this plan. Above that the budget must be amended first.
 */
export function checkAgainstBudget(line: PlanLine, advances: Fen, remaining: Fen): Refusal | undefined {
  const held = line.line === '5001.pooled' ? advances : 0n;
  const above = positivePart(line.carried + held + line.amount - remaining);
  return above === 0n ? undefined : aboveBudget(line.line, above, 'plan');
}

const ABOVE = {
  plan: { code: 'plan_above_budget', name: { zh: '用款计划', en: 'the plan is' } },
  advance: { code: 'advance_above_budget', name: { zh: '预付款连同未冲抵的预付', en: 'the advances are' } },
} as const;

/** Refuses a plan, or advances including those not set off, above what the budget leaves on the line (SC-2.1-d). */
export function aboveBudget(line: ExpenditureLine, above: Fen, of: keyof typeof ABOVE): Refusal {
  const { code, name } = ABOVE[of];
  return {
    code,
    at: line,
    what: {
      zh: `${name.zh}超出预算 ${formatYuan(above)} 元`,
      en: `${name.en} ${formatYuan(above)} yuan above what the budget leaves`,
    },
    next: {
      zh: '请先按程序调整预算，或减少金额',
      en: 'have an adjustment of the budget approved first, or ask for less',
    },
  };
}

/**
 * Refuses advances that no approved plan of the year covers; money left from earlier years counts once a plan carries
 * it over.
 */
export function notPlanned(line: ExpenditureLine, left: Fen): Refusal {
  return {
    code: 'advance_not_planned',
    at: line,
    clause: 'NAT-144.39-b',
    what: {
      zh: `本年度用款计划尚可预付 ${formatYuan(left)} 元`,
      en: `the plans of the year leave ${formatYuan(left)} yuan for advances`,
    },
    next: {
      zh: '请先把预付列入本年度用款计划（统筹待遇支出的预计数）并经批准',
      en: 'plan it first, as expected on the line of pooled benefits, and have the plan approved',
    },
  };
}

/** Checks that an account holds the amounts that are to leave it; one refusal for each fund that falls short. */
export function checkHeld(
  needed: FundAmounts,
  held: FundAmounts,
  account: 'special' | 'expenditure',
): readonly Refusal[] {
  return (['pooled', 'account'] as const).flatMap((fund) => {
    const short = positivePart(needed[fund] - positivePart(held[fund]));
    return short === 0n ? [] : [shortOf(account, fund, positivePart(held[fund]), short)];
  });
}

const SHORT = {
  special: {
    clause: 'NAT-144.36',
    name: { zh: '财政专户', en: 'the special account' },
    next: {
      zh: '可先拨付账户中的部分；其余请按顺序动用结余、调剂金、债券和财政补贴，统收统支的申请年度内拨付',
      en: 'move the part that is there; for the rest draw on the sources in their order: balance, adjustment, bonds, subsidy; under full pooling ask for a funding within the year',
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

function shortOf(
  account: 'special' | 'expenditure',
  fund: 'pooled' | 'account',
  held: Fen,
  short: Fen,
): Refusal {
  const { clause, name, next } = SHORT[account];
  const ofFund = FUND_NAMES[fund];
  return {
    code: `${account}_account_short`,
    at: fund,
    clause,
    what: {
      zh: `${name.zh}的${ofFund.zh}只有 ${formatYuan(held)} 元，差 ${formatYuan(short)} 元`,
      en: `${name.en} holds ${formatYuan(held)} yuan of the ${ofFund.en} and lacks ${formatYuan(short)}`,
    },
    next,
  };
}
