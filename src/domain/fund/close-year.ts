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

/** The cash accounts of income and expenditure that still hold something: what a year's closing brings to nil (NAT-28.2). */
export function accountsToClose(turnovers: readonly AccountTurnover[]): readonly string[] {
  const held = new Map<string, bigint>();
  for (const { account, fund, debit, credit } of turnovers) {
    if (!/^[45]/.test(account)) continue;
    const key = `${account}.${fund}`;
    held.set(key, (held.get(key) ?? 0n) + credit - debit);
  }
  const open = [...held].filter(([, net]) => net !== 0n).map(([key]) => key.split('.')[0] ?? key);
  return [...new Set(open)].toSorted();
}

/** More closings of one year than anyone makes: the first, and those of what came in later or was undone. */
const MOST_CLOSINGS = 9;

/**
 * The keys of a year's closings, in the order in which they are used, so that whoever looks for the closings finds them
 * without looking through the events of the year.
 */
export function closingKeys(
  kind: 'pool' | 'fund',
  pool: string,
  insuranceType: 'employee' | 'resident',
  year: number,
): readonly string[] {
  const first = `${closingTemplate(kind)} ${pool} ${insuranceType} ${year}`;
  return Array.from({ length: MOST_CLOSINGS }, (_, at) => (at === 0 ? first : `${first} ${at + 1}`));
}

/** The template that closes a year of these books. */
export function closingTemplate(kind: 'pool' | 'fund'): 'year_closed' | 'year_of_adjustment_fund_closed' {
  return kind === 'pool' ? 'year_closed' : 'year_of_adjustment_fund_closed';
}
