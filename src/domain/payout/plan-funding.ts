import { fundingOf } from '#domain/payout/check-plan';
import type { PlanLine } from '#domain/payout/plan-lines';
import { totalOf, type FundAmounts } from '#domain/payout/purpose';
import { runRefusal } from '#domain/payout/refusals';
import { allow, allowUnless, refuse, type Decision, type Refusal } from '#kernel/decision';
import { fen, formatYuan, minFen, positivePart, ZERO_FEN, type Fen } from '#kernel/fen';

const FUNDS = ['pooled', 'account'] as const;

/** Sums what a plan still draws from the special account, by fund, in fen. */
export function openFunding(lines: readonly PlanLine[], parts: readonly FundAmounts[]): FundAmounts {
  const planned = fundingOf(lines);
  const openOf = (fund: 'pooled' | 'account'): bigint =>
    planned[fund] - parts.reduce((sum, part) => sum + part[fund], 0n);
  return { pooled: openOf('pooled'), account: openOf('account') };
}

/** A line with the amount already funded. */
export interface FundedLine extends PlanLine {
  readonly funded: Fen;
}

/** Distributes funded amounts of each fund over its lines in their order: benefits first. */
export function fundedLines(
  lines: readonly PlanLine[],
  parts: readonly FundAmounts[],
): readonly FundedLine[] {
  const left = new Map(FUNDS.map((fund) => [fund, parts.reduce((sum, part) => sum + part[fund], 0n)]));
  return lines.map((line) => {
    const fund = line.line.endsWith('.account') ? 'account' : 'pooled';
    const funded = minFen(line.amount, fen(left.get(fund) ?? 0n));
    left.set(fund, (left.get(fund) ?? 0n) - funded);
    return { ...line, funded };
  });
}

/** The part of a plan to fund; undefined for all that is open. A fund that is not named gets nothing. */
export type WantedPart = Partial<FundAmounts> | undefined;

/** Checks the amounts to move now: above zero together, and in neither fund more than is open (NAT-144.39-b). */
export function choosePart(wanted: WantedPart, open: FundAmounts): Decision<FundAmounts> {
  if (wanted === undefined) return allow(open);
  const part = { pooled: wanted.pooled ?? ZERO_FEN, account: wanted.account ?? ZERO_FEN };
  if (totalOf(part) <= 0n || FUNDS.some((fund) => part[fund] < 0n)) {
    return refuse(runRefusal('amount_not_positive', 'pooled'));
  }
  const above = FUNDS.filter((fund) => part[fund] > open[fund]);
  return allowUnless(
    above.map((fund) => abovePlan(fund, positivePart(open[fund]))),
    () => part,
  );
}

function abovePlan(at: string, open: Fen): Refusal {
  return {
    code: 'above_plan_open',
    at,
    clause: 'NAT-144.39-b',
    what: {
      zh: `超出计划未拨付的 ${formatYuan(open)} 元`,
      en: `more than the ${formatYuan(open)} yuan of the plan that are still open`,
    },
    next: { zh: '请减少金额，或另立用款计划', en: 'move less, or make another plan' },
  };
}
