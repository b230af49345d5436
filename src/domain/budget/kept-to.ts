import type { ExecutedLine } from '#domain/budget/execution';
import { findLine, type BooksKind } from '#domain/budget/lines';
import { fen, type Fen } from '#kernel/fen';

/** A side of a budget with what became of it, in fen. */
export interface KeptSide {
  readonly budget: Fen;
  readonly actual: Fen;
}

/** Whether a pool kept to its budget, with the figures that say so. */
export interface KeptTo {
  readonly isMet: boolean;
  readonly income: KeptSide;
  readonly expenditure: KeptSide;
}

/**
 * Whether a pool kept to its budget: collected no less and spent no more. The pooled fund alone is judged, for personal
 * accounts are no part of what is pooled; nor are levies and allocations, which follow from the adjustment itself.
 */
export function keptTo(lines: readonly ExecutedLine[], kind: BooksKind): KeptTo {
  const own = lines.filter(
    ({ line, part }) => part === 'pooled' && findLine(kind, line)?.isTransfer !== true,
  );
  const [income, expenditure] = [sumOf(own, 'income'), sumOf(own, 'expenditure')];
  const isMet = income.actual >= income.budget && expenditure.actual <= expenditure.budget;
  return { isMet, income, expenditure };
}

function sumOf(lines: readonly ExecutedLine[], side: ExecutedLine['side']): KeptSide {
  const own = lines.filter((line) => line.side === side);
  return {
    budget: fen(own.reduce((sum, { budgetFen }) => sum + (budgetFen ?? 0n), 0n)),
    actual: fen(own.reduce((sum, { actualFen }) => sum + actualFen, 0n)),
  };
}
