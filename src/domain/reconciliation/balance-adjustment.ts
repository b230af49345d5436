import { sumOf, type Line, type Sides } from '#domain/reconciliation/line';
import { assert } from '#kernel/assert';

/**
 * The balance adjustment statement (余额调节表, NAT-28.7): each side's balance adjusted by what only the other side has;
 * both results are equal. All in fen; the four lists have amounts without sign.
 */
export interface BalanceAdjustment {
  readonly ours: bigint;
  readonly theirs: bigint;
  /** Received and paid in their books only: added to and taken from our balance. */
  readonly theirReceipts: bigint;
  readonly theirPayments: bigint;
  /** Received and paid in our books only: added to and taken from their balance. */
  readonly ourReceipts: bigint;
  readonly ourPayments: bigint;
  readonly adjusted: bigint;
}

/**
 * Adjusts both closing balances by the open lines. That the results agree follows from equal matches, and is asserted.
 */
export function adjustBalances(
  closing: { readonly ours: bigint; readonly theirs: bigint },
  open: Sides,
): BalanceAdjustment {
  const theirReceipts = received(open.theirs);
  const theirPayments = theirReceipts - sumOf(open.theirs);
  const ourReceipts = received(open.ours);
  const ourPayments = ourReceipts - sumOf(open.ours);
  const adjusted = closing.ours + theirReceipts - theirPayments;
  assert(adjusted === closing.theirs + ourReceipts - ourPayments, 'both balances agree once adjusted');
  return { ...closing, theirReceipts, theirPayments, ourReceipts, ourPayments, adjusted };
}

function received(lines: readonly Line[]): bigint {
  return sumOf(lines.filter(({ amount }) => amount > 0n));
}
