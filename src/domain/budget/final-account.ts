import { compareExecution, type ActualAmount, type ExecutedLine } from '#domain/budget/execution';
import { nameOfKey, type BudgetPart } from '#domain/budget/lines';
import type { BudgetTable } from '#domain/budget/table';
import { allowUnless, type Decision, type Refusal } from '#kernel/decision';
import { fen, formatYuanGrouped, type Fen } from '#kernel/fen';

/** One line of a final account: what was budgeted, what the closed books show, and why they differ. */
export interface FinalLine extends Pick<ExecutedLine, 'line' | 'part' | 'side' | 'budgetFen' | 'actualFen'> {
  /** Actual less budget. */
  readonly differenceFen: Fen;
  /** Null only where there is no difference. */
  readonly explanation: string | null;
}

/** 决算: the year as the closed books show it, against its budget. */
export interface FinalAccount {
  readonly lines: readonly FinalLine[];
  readonly incomeFen: Fen;
  readonly expenditureFen: Fen;
  readonly yearBalanceFen: Fen;
  /** By part of the fund: opening, the year's balance, and what the books hold at the end. */
  readonly balances: readonly {
    readonly part: BudgetPart;
    readonly openingFen: Fen;
    readonly yearBalanceFen: Fen;
    readonly accumulatedFen: Fen;
  }[];
}

/** What a closed year's books show: turnover by line, and the balance at the end of the year by part. */
export interface ClosedYear {
  readonly actuals: readonly ActualAmount[];
  readonly closing: readonly { readonly part: BudgetPart; readonly fen: Fen }[];
}

/**
 * Draws up the final account. Every line that differs from its budget carries an explanation; one without is named, and
 * so is an explanation of a line that does not differ.
 * @param explanations by `line/part`, such as `5001.inpatient/pooled`
 */
export function drawFinalAccount(
  table: BudgetTable,
  { actuals, closing }: ClosedYear,
  explanations: ReadonlyMap<string, string>,
): Decision<FinalAccount> {
  const { lines, income, expenditure } = compareExecution(table, actuals, 12, []);
  const refusals: Refusal[] = [];
  const drawn = lines.map(({ line, part, side, budgetFen, actualFen }) => {
    const differenceFen = fen(actualFen - (budgetFen ?? 0n));
    const explanation = explanations.get(`${line}/${part}`)?.trim() ?? '';
    if (differenceFen !== 0n && explanation === '')
      refusals.push(unexplained(`${line}/${part}`, differenceFen));
    return {
      line,
      part,
      side,
      budgetFen,
      actualFen,
      differenceFen,
      explanation: explanation === '' ? null : explanation,
    };
  });
  const known = new Set(drawn.map(({ line, part }) => `${line}/${part}`));
  for (const key of explanations.keys()) if (!known.has(key)) refusals.push(nothingToExplain(key));
  return allowUnless(refusals, () => ({
    lines: drawn,
    incomeFen: income.actualFen,
    expenditureFen: expenditure.actualFen,
    yearBalanceFen: fen(income.actualFen - expenditure.actualFen),
    balances: closing.map(({ part, fen: accumulatedFen }) => {
      const yearBalanceFen = balanceOf(drawn, part);
      const openingFen = fen(accumulatedFen - yearBalanceFen);
      return { part, openingFen, yearBalanceFen, accumulatedFen };
    }),
  }));
}

function balanceOf(lines: readonly FinalLine[], part: BudgetPart): Fen {
  const own = lines.filter((line) => line.part === part);
  return fen(
    own.reduce((sum, { side, actualFen }) => (side === 'income' ? sum + actualFen : sum - actualFen), 0n),
  );
}

function unexplained(key: string, difference: Fen): Refusal {
  const amount = formatYuanGrouped(difference);
  return {
    code: 'difference_unexplained',
    at: `explanations/${key}`,
    what: {
      zh: `“${nameOfKey(key).zh}”与预算相差 ${amount} 元，没有说明`,
      en: `${nameOfKey(key).en} differs from its budget by ${amount} yuan, unexplained`,
    },
    next: { zh: '请说明原因', en: 'explain it' },
  };
}

function nothingToExplain(key: string): Refusal {
  return {
    code: 'unknown_budget_line',
    at: `explanations/${key}`,
    what: { zh: `决算没有 ${key} 这一项`, en: `the final account has no line ${key}` },
    next: { zh: '请去掉该说明', en: 'leave the explanation out' },
  };
}
