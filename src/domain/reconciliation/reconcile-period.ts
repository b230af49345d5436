import { adjustBalances, type BalanceAdjustment } from '#domain/reconciliation/balance-adjustment';
import { sumOf, type Line, type Sides } from '#domain/reconciliation/line';
import type { Match, NamedPair } from '#domain/reconciliation/match';
import { matchLines } from '#domain/reconciliation/match-lines';
import { nameDifferences, type Difference } from '#domain/reconciliation/name-differences';
import type { PlainDate } from '#kernel/plain-date';

/** One month of one account on both sides; amounts in fen. */
export interface Period {
  readonly firstDay: PlainDate;
  /** Balances before the month. */
  readonly opening: { readonly ours: bigint; readonly theirs: bigint };
  /** Lines of the month. */
  readonly lines: Sides;
  /** Lines left open by the month before; undefined where it was not reconciled. */
  readonly carried: Sides | undefined;
  /** Lines after the month, as far as they are known. */
  readonly later: Sides;
  readonly named: readonly NamedPair[];
  /** Id of the line for a difference between the opening balances, used where no month before was reconciled. */
  readonly openingId: string;
}

export interface Reconciliation {
  readonly matches: readonly Match[];
  readonly differences: readonly Difference[];
  readonly adjustment: BalanceAdjustment;
  /** All lines considered, including those carried over. */
  readonly lines: Sides;
}

/**
 * Reconciles one month (JH-4.7-b, NAT-28.7): matches the lines, names the differences, and adjusts both closing
 * balances by them. Where no month before was reconciled, a difference between the opening balances is a line to
 * resolve too.
 */
export function reconcilePeriod(period: Period): Reconciliation {
  const { opening, named, later } = period;
  const before = period.carried ?? openingGap(period);
  const lines = {
    ours: [...before.ours, ...period.lines.ours],
    theirs: [...before.theirs, ...period.lines.theirs],
  };
  const { matches, open } = matchLines(lines, named);
  const closing = {
    ours: opening.ours + sumOf(period.lines.ours),
    theirs: opening.theirs + sumOf(period.lines.theirs),
  };
  return {
    matches,
    differences: nameDifferences(open, lines, later),
    adjustment: adjustBalances(closing, open),
    lines,
  };
}

function openingGap({ opening, firstDay, openingId }: Period): Sides {
  const amount = opening.theirs - opening.ours;
  if (amount === 0n) return { ours: [], theirs: [] };
  const gap: Line = {
    id: openingId,
    on: firstDay,
    amount,
    references: [],
    counterparty: '',
    summary: '期初余额之差 difference of opening balances',
    takesBack: null,
    carriedMonths: 0,
    isOpening: true,
  };
  return { ours: [], theirs: [gap] };
}
