import type { Payable } from '#domain/payout/purpose';

type Rest = { -readonly [Key in keyof Payable]: Payable[Key] };

const FUNDS = ['pooled', 'account'] as const;

/**
 * What is owed, once what was paid beyond a purpose and category is taken off what else the same counterparty is owed of
 * that fund: a debt from before the books has no category, and what pays it has one. First off debts without a category
 * of the same purpose, then off its other categories, then off other purposes. The sum stays what it was, so that it is
 * the payable of the obligations; advances are no debt and stay as they are (NAT-P.11).
 * @returns the same rows in their order, in fen; below zero only where a counterparty was paid more than all it was owed
 */
export function netPayables(payables: readonly Payable[]): readonly Payable[] {
  const net = payables.map((payable): Rest => ({ ...payable }));
  const byParty = new Map<string, Rest[]>();
  for (const debt of net.filter(({ purpose }) => purpose !== 'advance')) {
    const ofParty = byParty.get(debt.counterparty);
    if (ofParty === undefined) byParty.set(debt.counterparty, [debt]);
    else ofParty.push(debt);
  }
  for (const debts of byParty.values()) FUNDS.forEach((fund) => spread(debts, fund));
  return net;
}

/** Takes overpaid amounts off the nearest debts of the same counterparty. */
function spread(debts: readonly Rest[], fund: (typeof FUNDS)[number]): void {
  for (const beyond of debts.filter((one) => one[fund] < 0n)) {
    const open = debts.filter((one) => one[fund] > 0n);
    for (const other of open.toSorted((a, b) => distance(a, beyond) - distance(b, beyond))) {
      const taken = other[fund] < -beyond[fund] ? other[fund] : -beyond[fund];
      other[fund] -= taken;
      beyond[fund] += taken;
    }
  }
}

function distance(one: Payable, from: Payable): number {
  if (one.purpose !== from.purpose) return 2;
  return one.category === null ? 0 : 1;
}
