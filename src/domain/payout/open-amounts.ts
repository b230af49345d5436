import { positivePart } from '#kernel/fen';
import { totalOf, type FundAmounts, type Payable, type Purpose } from '#domain/payout/purpose';

/** The amounts that a run may pay one counterparty. */
export interface OpenAmounts {
  /** Owed under the run's category; for a purpose without categories, all that is owed. */
  readonly own: FundAmounts;
  /**
   * `own` plus debts without category, which date from before the books. Only a line with its own amount pays of them.
   */
  readonly most: FundAmounts;
}

const NOTHING: FundAmounts = { pooled: 0n, account: 0n };

/**
 * Reckons what each counterparty may be paid for a purpose and category, in fen. A set-off is also bounded by the
 * advance; an advance is no debt. Benefits are paid under the category they were settled in (NAT-28.9).
 * @param payables net (`netPayables`)
 */
export function openAmounts(
  payables: readonly Payable[],
  { purpose, category }: { readonly purpose: Purpose; readonly category: string | null },
): ReadonlyMap<string, OpenAmounts> {
  if (purpose === 'prepayment') return new Map();
  const wanted = purpose === 'set_off' ? 'benefit' : purpose;
  const byParty = new Map<string, Payable[]>();
  for (const one of payables.filter((each) => each.purpose === wanted)) {
    byParty.set(one.counterparty, [...(byParty.get(one.counterparty) ?? []), one]);
  }
  const parties = [...byParty].map(([counterparty, owed]) => {
    const own = sumOf(owed.filter((one) => one.category === category));
    const loose = sumOf(owed.filter((one) => one.category === null));
    const most = category === null ? own : add(own, loose);
    if (purpose !== 'set_off') return [counterparty, { own, most }] as const;
    const advance = payables.find((one) => one.purpose === 'advance' && one.counterparty === counterparty);
    const bounded = { own: atMost(own, advance), most: atMost(most, advance) };
    return [counterparty, bounded] as const;
  });
  return new Map(parties.filter(([, { most }]) => totalOf(most) > 0n));
}

function sumOf(owed: readonly FundAmounts[]): FundAmounts {
  const { pooled, account } = owed.reduce(add, NOTHING);
  return { pooled: positivePart(pooled), account: positivePart(account) };
}

function add(one: FundAmounts, other: FundAmounts): FundAmounts {
  return { pooled: one.pooled + other.pooled, account: one.account + other.account };
}

function atMost({ pooled }: FundAmounts, advance: FundAmounts = NOTHING): FundAmounts {
  const paid = positivePart(advance.pooled);
  return { pooled: pooled < paid ? pooled : paid, account: 0n };
}
