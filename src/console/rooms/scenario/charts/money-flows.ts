import { fen, fenOf, formatYuan, sumFen, ZERO_FEN } from '#kernel/fen';
import type { ScenarioComparisonBody } from '#contract/scenarios';

/** Money that went from one place to another in a year; exact text in yuan, above zero. */
export interface MoneyFlow {
  readonly from: string;
  readonly to: string;
  readonly amount: string;
}

export const FUND = 'fund';
export const OPENING = 'opening';
export const OTHER_INCOME = 'otherIncome';
export const CLOSING = 'closing';

/**
 * All flows of the scenario's year into the fund and out of it: they meet to the fen. A pool that both pays and
 * receives stands on both sides, as `levy/<pool>` and `received/<pool>`.
 */
export function moneyFlows({
  pools,
  fund,
}: Pick<ScenarioComparisonBody, 'pools' | 'fund'>): readonly MoneyFlow[] {
  const levied = sumFen(pools.map((pool) => fenOf(pool.levy.scenario)));
  const inflow = fenOf(fund.inflow.scenario);
  const closing = fenOf(fund.closingBalance.scenario);
  const opening = closing - inflow + fenOf(fund.outflow.scenario);
  const flows = [
    ...pools.map(({ id, levy }) => ({ from: `levy/${id}`, to: FUND, amount: levy.scenario })),
    { from: OPENING, to: FUND, amount: formatYuan(fen(opening)) },
    { from: OTHER_INCOME, to: FUND, amount: formatYuan(fen(inflow - levied)) },
    ...pools.map(({ id, received }) => ({ from: FUND, to: `received/${id}`, amount: received.scenario })),
    { from: FUND, to: CLOSING, amount: formatYuan(closing) },
  ];
  return flows.filter(({ amount }) => fenOf(amount) > ZERO_FEN);
}
