import type { PayoutServices } from '#application/payout/services';
import type { BookSet } from '#application/ports/ledger-reader';
import type { Scope } from '#domain/identity/account';
import type { FundAmounts } from '#domain/payout/purpose';
import type { Month } from '#kernel/month';

/** What an expenditure account holds at the end of a year, by fund, in fen. */
export interface CarriedOver extends Pick<BookSet, 'pool' | 'name' | 'insuranceType'>, FundAmounts {}

/**
 * What was moved for plans of the year that ends with a month and not paid out: an expenditure account may hold money
 * (NAT-28.7 has only income account and treasury empty), so that it stays, and the closing of December names it. A plan
 * of the new year carries it over. Of other months nothing.
 */
export async function listCarriedOver(
  { ledgerReader }: Pick<PayoutServices, 'ledgerReader'>,
  scope: Scope,
  month: Month,
): Promise<readonly CarriedOver[]> {
  if (!month.endsWith('-12')) return [];
  const books = await ledgerReader.listBooks(scope);
  const balances = await ledgerReader.listBalances(scope, {});
  return books
    .map(({ pool, name, insuranceType }) => {
      const own = balances.filter(
        (one) =>
          one.pool === pool &&
          one.insuranceType === insuranceType &&
          one.account === '1004' &&
          one.postingMonth <= month,
      );
      const heldOf = (fund: string): bigint =>
        own.filter((one) => one.fund === fund).reduce((sum, one) => sum + one.debit - one.credit, 0n);
      return { pool, name, insuranceType, pooled: heldOf('pooled'), account: heldOf('account') };
    })
    .filter(({ pooled, account }) => pooled !== 0n || account !== 0n);
}
