import type { BudgetPart } from '#domain/budget/lines';
import type { NoticeLevel } from '#domain/budget/rules';
import { comparePlaces, placeKey, type BudgetTable, type LinePlace } from '#domain/budget/table';
import { fen, ZERO_FEN, type Fen } from '#kernel/fen';
import { compareRationals, rational, type Rational } from '#kernel/rational';

/** What the books say of a line up to a month; premiums and interest that are not yet split have no part of their own. */
export interface ActualAmount {
  readonly line: string;
  readonly part: BudgetPart | 'unsplit';
  readonly fen: Fen;
}

/** One line of the comparison. Levies and allocations of the fund are compared as one sum over its pools. */
export interface ExecutedLine {
  readonly line: string;
  readonly part: ActualAmount['part'];
  readonly side: 'income' | 'expenditure';
  /** Null for what no budget states: premiums and interest before they are split. */
  readonly budgetFen: Fen | null;
  readonly actualFen: Fen;
  /** Actual over budget; null where the budget is nil or absent. */
  readonly rate: Rational | null;
  /** Rate less the share of the year that has gone. */
  readonly ahead: Rational | null;
  /** The level of notice that the deviation reaches; null below the lowest. */
  readonly notice: string | null;
  /** Spending beyond the whole year's line. */
  readonly isOver: boolean;
}

/** A budget against the books, up to a month. */
export interface Execution {
  readonly throughMonth: number;
  readonly lines: readonly ExecutedLine[];
  readonly income: { readonly budgetFen: Fen; readonly actualFen: Fen };
  readonly expenditure: { readonly budgetFen: Fen; readonly actualFen: Fen };
}

/**
 * Compares a budget with the books month by month: rate of execution, and how far that runs ahead of the time gone.
 * Spending that runs ahead and income that lags raise a notice; the better direction raises none.
 * @param throughMonth 1 to 12: the last month that counts
 */
export function compareExecution(
  table: BudgetTable,
  actuals: readonly ActualAmount[],
  throughMonth: number,
  levels: readonly NoticeLevel[],
): Execution {
  const budgeted = sumByLine(table);
  const keys = new Map<string, Pick<ActualAmount, 'line' | 'part'>>();
  for (const place of [...budgeted.values(), ...actuals]) {
    keys.set(`${place.line}/${place.part}`, { line: place.line, part: place.part });
  }
  const inOrder = [...keys.entries()].toSorted(([, one], [, other]) =>
    comparePlaces({ ...one, ofPool: null }, { ...other, ofPool: null }),
  );
  const lines = inOrder.map(([key, { line, part }]): ExecutedLine => {
    const budgetFen = budgeted.get(key)?.fen ?? null;
    const actualFen = fen(
      actuals.filter((one) => `${one.line}/${one.part}` === key).reduce((sum, one) => sum + one.fen, 0n),
    );
    // The chart's first digit says it, also of accounts that no budget has a line for.
    const side = line.startsWith('4') ? 'income' : 'expenditure';
    return {
      line,
      part,
      side,
      budgetFen,
      actualFen,
      ...judge(side, budgetFen, actualFen, throughMonth, levels),
    };
  });
  return { throughMonth, lines, income: sides(lines, 'income'), expenditure: sides(lines, 'expenditure') };
}

function judge(
  side: ExecutedLine['side'],
  budgetFen: Fen | null,
  actualFen: Fen,
  throughMonth: number,
  levels: readonly NoticeLevel[],
): Pick<ExecutedLine, 'rate' | 'ahead' | 'notice' | 'isOver'> {
  const isOver = side === 'expenditure' && budgetFen !== null && actualFen > budgetFen;
  if (budgetFen === null || budgetFen === 0n) return { rate: null, ahead: null, notice: null, isOver };
  const rate = rational(actualFen, budgetFen);
  const ahead = rational(
    rate.numerator * 12n - BigInt(throughMonth) * rate.denominator,
    rate.denominator * 12n,
  );
  const worse = side === 'expenditure' ? ahead : rational(-ahead.numerator, ahead.denominator);
  const reached = levels.filter(({ from }) => compareRationals(worse, from) >= 0);
  return { rate, ahead, notice: reached.at(-1)?.level ?? null, isOver };
}

/** The budget by line and part; the fund's levies and allocations over all its pools. */
function sumByLine({ amounts }: BudgetTable): ReadonlyMap<string, LinePlace & { readonly fen: Fen }> {
  const sums = new Map<string, LinePlace & { readonly fen: Fen }>();
  for (const { line, part, fen: amount } of amounts) {
    const place = { line, part, ofPool: null };
    const known = sums.get(placeKey(place))?.fen ?? ZERO_FEN;
    sums.set(placeKey(place), { ...place, fen: fen(known + amount) });
  }
  return sums;
}

function sides(lines: readonly ExecutedLine[], side: ExecutedLine['side']): Execution['income'] {
  const own = lines.filter((line) => line.side === side);
  return {
    budgetFen: fen(own.reduce((sum, { budgetFen }) => sum + (budgetFen ?? 0n), 0n)),
    actualFen: fen(own.reduce((sum, { actualFen }) => sum + actualFen, 0n)),
  };
}
