import type { Balance } from '#console/api/ledger-queries.ts';
import { fen, fenOf, formatYuan } from '#kernel/fen';

/** What one account holds of one fund and source through a month; amounts in yuan, above zero in debit. */
export interface AccountBalance {
  readonly account: string;
  readonly fund: string;
  readonly source: string;
  readonly debit: string;
  readonly credit: string;
  readonly balance: string;
}

/** Balances of one book through a month (all months without one), by account, fund and source; nil ones too. */
export function accountBalances(
  turnovers: readonly Balance[],
  book: Balance['book'],
  through: string | undefined,
): readonly AccountBalance[] {
  const sums = new Map<string, { readonly of: Balance; debit: bigint; credit: bigint }>();
  for (const of of turnovers) {
    if (of.book !== book || (through !== undefined && of.postingMonth > through)) continue;
    const key = `${of.account} ${of.fund} ${of.source}`;
    const sum = sums.get(key) ?? { of, debit: 0n, credit: 0n };
    sum.debit += fenOf(of.debit);
    sum.credit += fenOf(of.credit);
    sums.set(key, sum);
  }
  return [...sums.values()]
    .toSorted((a, b) => (placeOf(a.of) < placeOf(b.of) ? -1 : 1))
    .map(({ of, debit, credit }) => ({
      account: of.account,
      fund: of.fund,
      source: of.source,
      debit: formatYuan(fen(debit)),
      credit: formatYuan(fen(credit)),
      balance: formatYuan(fen(debit - credit)),
    }));
}

/** On which side a balance stands, as ledgers write it: debit (借), credit (贷) or even (平), with the amount of it. */
export function sideOf(balance: string): {
  readonly side: 'debit' | 'credit' | 'even';
  readonly amount: string;
} {
  const amount = fenOf(balance);
  if (amount === 0n) return { side: 'even', amount: balance };
  return amount > 0n
    ? { side: 'debit', amount: balance }
    : { side: 'credit', amount: formatYuan(fen(0n - amount)) };
}

/** Accounts in order; in one account the pooled fund first, as the statements have it. */
function placeOf({ account, fund, source }: Balance): string {
  return `${account} ${FUNDS.indexOf(fund)} ${source}`;
}

const FUNDS: readonly string[] = ['pooled', 'account', 'unsplit'];

/** The sum of amounts in yuan. */
export function sumYuan(amounts: readonly string[]): string {
  return formatYuan(fen(amounts.reduce((sum, amount) => sum + fenOf(amount), 0n)));
}
