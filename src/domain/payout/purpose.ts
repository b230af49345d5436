import { fen, type Fen } from '#kernel/fen';

/** What money is paid for; each purpose is posted by a template of its own. */
export type Purpose =
  'benefit' | 'large_expense' | 'refund' | 'transfer_out' | 'prepayment' | 'set_off' | 'returned';

export interface PurposeRule {
  readonly template: string;
  /** The amounts of the template: pooled fund, personal accounts. */
  readonly funds: readonly ('pooled' | 'account')[];
  /** Whether the event names a category of benefit. */
  readonly hasCategory: boolean;
  /** Whether money leaves the expenditure account; a set-off only clears what was paid before. */
  readonly isPaid: boolean;
  /** The account of obligations that the event takes down by what it clears (or, of an advance, builds up). */
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

/** What is owed to one counterparty for one purpose and may be paid: open, and in no other run that is under way. */
export interface Payable extends FundAmounts {
  readonly counterparty: string;
  /** `advance`: paid before and not yet set off; the others are owed. */
  readonly purpose: Exclude<Purpose, 'prepayment' | 'set_off'> | 'advance';
  /** Of benefits, as they were settled (NAT-28.9); null of all else, and of a debt from before the books. */
  readonly category: string | null;
}

/**
 * The amounts of an event as its template wants them: each key that the insurance type has, also where it is nil.
 * Residents have the pooled fund alone.
 */
export function eventAmounts(
  keys: readonly string[],
  insuranceType: 'employee' | 'resident',
  amounts: Readonly<Record<string, bigint>>,
): Readonly<Record<string, Fen>> {
  const own = keys.filter((key) => insuranceType === 'employee' || !['account', 'unsplit'].includes(key));
  return Object.fromEntries(own.map((key) => [key, fen(amounts[key] ?? 0n)]));
}
