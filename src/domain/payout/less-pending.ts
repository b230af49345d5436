import { netPayables } from '#domain/payout/net-payables';
import type { FundAmounts, Payable, Purpose } from '#domain/payout/purpose';

/** A line of a run that is under way: its payment will take down what is owed once it is sent. */
export interface PendingLine extends FundAmounts {
  /** Id of the run, and the day on which it pays. */
  readonly run: string;
  readonly paysOn: string;
  readonly purpose: Purpose;
  readonly category: string | null;
  readonly counterparty: string;
}

/**
 * What may still be paid: what is owed less what runs under way will pay, so that nothing is paid twice. A set-off under
 * way takes down both the benefits owed and the advance; a prepayment under way is no debt. What a run pays of a category
 * beyond what is owed of it pays a debt that has none (`netPayables`).
 */
export function lessPending(
  payables: readonly Payable[],
  pending: readonly PendingLine[],
): readonly Payable[] {
  const left = new Map(payables.map((payable) => [keyOf(payable), payable]));
  for (const line of pending) {
    for (const part of takesDown(line)) {
      const found = left.get(keyOf(part)) ?? { ...part, pooled: 0n, account: 0n };
      const { pooled, account } = found;
      left.set(keyOf(part), { ...found, pooled: pooled - line.pooled, account: account - line.account });
    }
  }
  return netPayables([...left.values()]);
}

type Part = Pick<Payable, 'counterparty' | 'purpose' | 'category'>;

function keyOf({ counterparty, purpose, category }: Part): string {
  return JSON.stringify([counterparty, purpose, category]);
}

function takesDown({ counterparty, purpose, category }: PendingLine): readonly Part[] {
  if (purpose === 'prepayment') return [];
  if (purpose !== 'set_off') return [{ counterparty, purpose, category }];
  return [
    { counterparty, purpose: 'benefit', category },
    { counterparty, purpose: 'advance', category: null },
  ];
}
