import type { Fen } from '#kernel/fen';
import { fen } from '#kernel/fen';
import type { RawTemplate } from '#rules/pack/raw-pack';

/** Turnover of one cash account of one fund over the year, in fen. */
export interface AccountTurnover {
  readonly account: string;
  readonly fund: string;
  readonly debit: bigint;
  readonly credit: bigint;
}

/**
 * The amounts that close a year's income and expenditure into the fund balance (NAT-28.2): for each move of a `close`
 * template what its account holds; below zero where more was taken back than came in. Accounts that the template does
 * not close are the caller's to have brought to nil, such as premiums not yet split (NAT-28.8).
 */
export function closingAmounts(
  { moves }: RawTemplate,
  turnovers: readonly AccountTurnover[],
  insuranceType: 'employee' | 'resident',
): Readonly<Record<string, Fen>> {
  const applicable = moves.filter(({ fund }) => insuranceType === 'employee' || fund === undefined);
  return Object.fromEntries(
    applicable.map(({ amount, debit, credit, fund = 'pooled' }) => {
      const isIncome = credit === '3001';
      const account = isIncome ? debit : credit;
      const net = turnovers
        .filter((one) => one.account === account && one.fund === fund)
        .reduce((sum, one) => sum + one.credit - one.debit, 0n);
      return [amount, fen(isIncome ? net : -net)];
    }),
  );
}
