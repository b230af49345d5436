import type { BudgetPart } from '#domain/budget/lines';
import type { NoticeLevel } from '#domain/budget/rules';
import { comparePlaces, placeKey, type BudgetTable, type LinePlace } from '#domain/budget/table';
import { fen, sumFen, ZERO_FEN, type Fen } from '#kernel/fen';
import { compareRationals, rational, type Rational } from '#kernel/rational';

/** A line's amount in the books up to a month; premiums and interest not yet split belong to no part. */
export interface ActualAmount {
  readonly line: string;
  readonly part: BudgetPart | 'unsplit';
  readonly fen: Fen;
}

/** One compared line. Levies and allocations of the fund are compared as one sum over its pools. */
export interface ExecutedLine {
  readonly line: string;
  readonly part: ActualAmount['part'];
  readonly side: 'income' | 'expenditure';
  /** Null where no budget states the line: premiums and interest before they are split. */
  readonly budgetFen: Fen | null;
  readonly actualFen: Fen;
  /** Actual divided by budget; null where the budget is zero or absent. */
  readonly rate: Rational | null;
  /** Rate less the elapsed share of the year. */
  readonly ahead: Rational | null;
  /** The level of notice that the deviation reaches; null below the lowest. */
  readonly notice: string | null;
  /** Whether spending exceeds the whole year's budget of the line. */
  readonly isOver: boolean;
}

/**
 * Returns what a budget plans for a line of the books, in fen. An adopted table is whole: it states every standard line,
 * zero included (`checkTable`, NAT-28.2). What it does not state is therefore planned at zero by name and not by gap:
 * spending there is beyond the budget, and income there adds to what was collected. Income not yet split is part of the
 * plan of the lines that it will be split to (NAT-28.8).
 */
export function plannedFen({ budgetFen }: Pick<ExecutedLine, 'budgetFen'>): Fen {
  return budgetFen ?? ZERO_FEN;
}

/** A budget compared with the books, up to a month. */
export interface Execution {
  readonly throughMonth: number;
  readonly lines: readonly ExecutedLine[];
  readonly income: { readonly budgetFen: Fen; readonly actualFen: Fen };
  readonly expenditure: { readonly budgetFen: Fen; readonly actualFen: Fen };
}

/**
 * Compares a budget with the books: the rate of execution, and its lead over the elapsed time. Spending that runs ahead
 * and income that lags raise a notice; the favourable direction raises none.
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
  const isOver = side === 'expenditure' && actualFen > plannedFen({ budgetFen });
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

/** Sums the budget by line and part; the fund's levies and allocations over all its pools. */
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
    budgetFen: sumFen(own.map(plannedFen)),
    actualFen: sumFen(own.map((line) => line.actualFen)),
  };
}
