import type { Fen } from '#kernel/fen';
import { eventAmounts } from '#domain/payout/purpose';
import type { InsuranceType } from '#kernel/insurance-type';

/** Interest of one account of one pool's books, with its shares in fen. */
export interface SharedInterest {
  readonly kind: 'pool' | 'fund';
  readonly insuranceType: InsuranceType;
  readonly role: 'income' | 'special' | 'expenditure';
  readonly pooled: bigint;
  readonly account: bigint;
  readonly unsplit: bigint;
}

export interface InterestEvent {
  readonly template: InterestTemplate;
  readonly amounts: Readonly<Record<string, Fen>>;
}

/** Journal templates by which interest of the accounts is posted. */
export const INTEREST_TEMPLATES = [
  'interest_credited',
  'unsplit_interest_credited',
  'income_account_interest',
  'expenditure_account_interest',
  'adjustment_fund_interest',
] as const;

type InterestTemplate = (typeof INTEREST_TEMPLATES)[number];

/**
 * Draws up the events that post interest (NAT-28.2, NAT-28.8). Interest of the special account goes to each fund, and
 * of unsplit money to 4602; that of the income account likewise, to be swept with it; that of the expenditure account
 * is passed on to the special account at once, since nothing else may feed it (NAT-144.39-b).
 */
export function interestEvents({
  kind,
  role,
  insuranceType,
  ...shares
}: SharedInterest): readonly InterestEvent[] {
  const amounts = (keys: readonly string[]): InterestEvent['amounts'] =>
    eventAmounts(keys, insuranceType, shares);
  if (kind === 'fund') {
    return [
      {
        template: 'adjustment_fund_interest',
        amounts: eventAmounts(['fund'], insuranceType, { fund: shares.pooled }),
      },
    ];
  }
  switch (role) {
    case 'income':
      return [{ template: 'income_account_interest', amounts: amounts(['pooled', 'account', 'unsplit']) }];
    case 'expenditure':
      return [{ template: 'expenditure_account_interest', amounts: amounts(['pooled', 'account']) }];
    case 'special': {
      const split: InterestEvent = { template: 'interest_credited', amounts: amounts(['pooled', 'account']) };
      const unsplit: InterestEvent = { template: 'unsplit_interest_credited', amounts: amounts(['unsplit']) };
      return [
        ...(shares.pooled + shares.account > 0n ? [split] : []),
        ...(shares.unsplit > 0n ? [unsplit] : []),
      ];
    }
  }
}

/** The funds that interest of an account is shared among; nothing unsplit ever reaches an expenditure account. */
export function interestFunds({
  kind,
  role,
  insuranceType,
}: Pick<SharedInterest, 'kind' | 'role' | 'insuranceType'>): readonly string[] {
  if (kind === 'fund' || insuranceType === 'resident') return ['pooled'];
  return role === 'expenditure' ? ['pooled', 'account'] : ['pooled', 'account', 'unsplit'];
}
