import { fen, type Fen } from '#kernel/fen';
import type { InsuranceType } from '#kernel/insurance-type';

/** Balance of a fund in one deposit account, in fen. */
export interface Deposit {
  readonly account: string;
  readonly fund: string;
  readonly balance: bigint;
}

/** Lists the funds of an insurance type; residents have no personal accounts. */
export function fundsOf(insuranceType: InsuranceType): readonly string[] {
  return insuranceType === 'employee' ? ['pooled', 'account', 'unsplit'] : ['pooled'];
}

/** The two accounts that are emptied at month end, and the journal template that does it (NAT-28.7, NAT-144.39-a). */
export const SWEPT_ACCOUNTS = [
  { account: '1002', role: 'income', template: 'income_account_swept' },
  { account: '1005', role: 'treasury', template: 'treasury_swept' },
] as const;

export type Sweep =
  | { readonly kind: 'nil' }
  | { readonly kind: 'overdrawn'; readonly balance: bigint }
  | { readonly kind: 'due'; readonly amounts: Readonly<Record<string, Fen>>; readonly total: Fen };

/**
 * Reckons the amounts that empty an account in every fund. Refuses an account that is negative in a fund: something was
 * posted wrongly.
 */
export function planSweep(
  deposits: readonly Deposit[],
  account: string,
  insuranceType: InsuranceType,
): Sweep {
  const held = fundsOf(insuranceType).map((fund) => [fund, balanceOf(deposits, account, fund)] as const);
  const overdrawn = held.find(([, balance]) => balance < 0n);
  if (overdrawn !== undefined) return { kind: 'overdrawn', balance: overdrawn[1] };
  const total = held.reduce((sum, [, balance]) => sum + balance, 0n);
  return total === 0n
    ? { kind: 'nil' }
    : { kind: 'due', amounts: Object.fromEntries(held), total: fen(total) };
}

/** Balance of one account in one fund, in fen. */
export function balanceOf(deposits: readonly Deposit[], account: string, fund: string): Fen {
  return fen(
    deposits
      .filter((one) => one.account === account && one.fund === fund)
      .reduce((sum, one) => sum + one.balance, 0n),
  );
}
