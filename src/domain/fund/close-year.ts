import type { Fen } from '#kernel/fen';
import { fen } from '#kernel/fen';
import type { InsuranceType } from '#kernel/insurance-type';
import type { RawTemplate } from '#rules/pack/raw-pack';

/** Turnover of one cash account of one fund over the year, in fen. */
export interface AccountTurnover {
  readonly account: string;
  readonly fund: string;
  readonly debit: bigint;
  readonly credit: bigint;
}

/**
 * Reckons the amounts that close a year's income and expenditure into the fund balance (NAT-28.2): for each move of a
 * `close` template the balance of its account, negative where more was taken back than came in. The caller brings
 * accounts that the template does not close to zero, such as premiums not yet split (NAT-28.8).
 */
export function closingAmounts(
  { moves }: RawTemplate,
  turnovers: readonly AccountTurnover[],
  insuranceType: InsuranceType,
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

/**
 * Lists the cash accounts of income and expenditure with a balance, which the year's closing brings to zero (NAT-28.2).
 */
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

/** Upper bound of closings of one year: the first, and further ones for what came in or was reversed after it (a key each). */
const MOST_CLOSINGS = 9;

/**
 * Lists the keys of a year's closings in the order in which they are used, so that closings are found without reading
 * the events of the year.
 */
export function closingKeys(
  kind: 'pool' | 'fund',
  pool: string,
  insuranceType: InsuranceType,
  year: number,
): readonly string[] {
  const first = `${closingTemplate(kind)} ${pool} ${insuranceType} ${year}`;
  return Array.from({ length: MOST_CLOSINGS }, (_, at) => (at === 0 ? first : `${first} ${at + 1}`));
}

/** Names the journal template that closes a year of these books. */
export function closingTemplate(kind: 'pool' | 'fund'): 'year_closed' | 'year_of_adjustment_fund_closed' {
  return kind === 'pool' ? 'year_closed' : 'year_of_adjustment_fund_closed';
}
