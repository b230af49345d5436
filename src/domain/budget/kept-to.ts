import { plannedFen, type ExecutedLine } from '#domain/budget/execution';
import { findLine, type BooksKind } from '#domain/budget/lines';
import { fen, sumFen, type Fen } from '#kernel/fen';

/** Budget and actual of one side, in fen. */
export interface KeptSide {
  readonly budget: Fen;
  readonly actual: Fen;
  /** Lines of the books that the budget does not state. */
  readonly unstated: readonly string[];
}

/** Turnovers of a year that are not the pool's own, in fen: kept for the fund, or of a year that was settled (JX-2.2.4). */
export interface NotOwn {
  readonly income: Fen;
  /** Below zero where benefits were lowered by what goes to the fund. */
  readonly expenditure: Fen;
}

/** The finding whether a pool kept to its budget, with the figures behind it. */
export interface KeptTo {
  readonly isMet: boolean;
  readonly income: KeptSide;
  readonly expenditure: KeptSide;
}

/**
 * Judges whether a pool kept to its budget: it collected no less and spent no more. Only the pooled fund is judged,
 * because personal accounts are not pooled; levies and allocations are left out, because they follow from the
 * adjustment. Lines outside the budget count as `plannedFen` says, and are named.
 */
export function keptTo(lines: readonly ExecutedLine[], kind: BooksKind, notOwn: NotOwn): KeptTo {
  const own = lines.filter(
    ({ line, part }) => part === 'pooled' && findLine(kind, line)?.isTransfer !== true,
  );
  const [income, expenditure] = [
    sumOf(own, 'income', notOwn.income),
    sumOf(own, 'expenditure', notOwn.expenditure),
  ];
  const isMet = income.actual >= income.budget && expenditure.actual <= expenditure.budget;
  return { isMet, income, expenditure };
}

function sumOf(lines: readonly ExecutedLine[], side: ExecutedLine['side'], notOwn: Fen): KeptSide {
  const own = lines.filter((line) => line.side === side);
  return {
    budget: sumFen(own.map(plannedFen)),
    actual: fen(sumFen(own.map(({ actualFen }) => actualFen)) - notOwn),
    unstated: own.filter(({ budgetFen }) => budgetFen === null).map(({ line }) => line),
  };
}
