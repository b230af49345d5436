import { fen, type Fen } from '#kernel/fen';
import type { InsuranceType } from '#kernel/insurance-type';

/** The purpose of a payment; each is posted by its own template. */
export type Purpose =
  'benefit' | 'large_expense' | 'refund' | 'transfer_out' | 'prepayment' | 'set_off' | 'returned';

export interface PurposeRule {
  readonly template: string;
  /** The funds that the template has amounts for. */
  readonly funds: readonly ('pooled' | 'account')[];
  /** Whether the event names a category of benefit. */
  readonly hasCategory: boolean;
  /** Whether money leaves the expenditure account; a set-off only clears what was paid before. */
  readonly isPaid: boolean;
  /** The obligations account that the event reduces (for an advance: increases). */
  readonly clears: 'payable' | 'advance';
  /** Kinds of counterparty. */
  readonly parties: readonly string[];
}

const BOTH = ['pooled', 'account'] as const;

export const PURPOSES: Readonly<Record<Purpose, PurposeRule>> = {
  benefit: {
    template: 'benefit_paid',
    funds: BOTH,
    hasCategory: true,
    isPaid: true,
    clears: 'payable',
    parties: ['institution', 'person'],
  },
  large_expense: {
    template: 'large_expense_premium_paid',
    funds: ['pooled'],
    hasCategory: false,
    isPaid: true,
    clears: 'payable',
    parties: ['insurer'],
  },
  refund: {
    template: 'refund_paid',
    funds: BOTH,
    hasCategory: false,
    isPaid: true,
    clears: 'payable',
    parties: ['person', 'employer'],
  },
  transfer_out: {
    template: 'transfer_out_paid',
    funds: ['account'],
    hasCategory: false,
    isPaid: true,
    clears: 'payable',
    parties: ['person'],
  },
  prepayment: {
    template: 'institution_prepaid',
    funds: ['pooled'],
    hasCategory: false,
    isPaid: true,
    clears: 'advance',
    parties: ['institution'],
  },
  set_off: {
    template: 'prepayment_set_off',
    funds: ['pooled'],
    hasCategory: true,
    isPaid: false,
    clears: 'payable',
    parties: ['institution'],
  },
  returned: {
    template: 'payment_repeated',
    funds: BOTH,
    hasCategory: false,
    isPaid: true,
    clears: 'payable',
    parties: ['institution', 'person', 'insurer', 'employer'],
  },
};

/** Categories of benefit, as the statutory account 5001 is shown by (the template's own list). */
export const BENEFIT_CATEGORIES = [
  'inpatient',
  'outpatient_serious',
  'outpatient',
  'maternity_medical',
  'maternity_allowance',
  'pharmacy',
  'other',
] as const;

/** An amount of each fund, in fen. */
export interface FundAmounts {
  readonly pooled: bigint;
  readonly account: bigint;
}

export function totalOf({ pooled, account }: FundAmounts): bigint {
  return pooled + account;
}

/** A payable amount of one counterparty and purpose: open, and in no other run under way. */
export interface Payable extends FundAmounts {
  readonly counterparty: string;
  /** `advance`: paid and not yet set off; all others are owed. */
  readonly purpose: Exclude<Purpose, 'prepayment' | 'set_off'> | 'advance';
  /**
   * Category in which a benefit was settled (NAT-28.9); null for other purposes and for debts from before the books.
   */
  readonly category: string | null;
}

/**
 * Lists an event's amounts as its template needs them: every key of the insurance type, also where it is zero.
 * Residents have the pooled fund only.
 */
export function eventAmounts(
  keys: readonly string[],
  insuranceType: InsuranceType,
  amounts: Readonly<Record<string, bigint>>,
): Readonly<Record<string, Fen>> {
  const own = keys.filter((key) => insuranceType === 'employee' || !['account', 'unsplit'].includes(key));
  return Object.fromEntries(own.map((key) => [key, fen(amounts[key] ?? 0n)]));
}
