import { compareExecution, plannedFen, type ActualAmount, type ExecutedLine } from '#domain/budget/execution';
import { nameOfKey, PART_LABELS, type BudgetPart } from '#domain/budget/lines';
import type { BudgetTable } from '#domain/budget/table';
import { allowUnless, type Decision, type Refusal } from '#kernel/decision';
import { fen, formatYuanGrouped, type Fen } from '#kernel/fen';

/** One line of a final account: budget, actual of the closed books, and the explanation of the difference. */
export interface FinalLine extends Pick<ExecutedLine, 'line' | 'part' | 'side' | 'budgetFen' | 'actualFen'> {
  /** Actual less what was planned (`plannedFen`). */
  readonly differenceFen: Fen;
  /** Null only where there is no difference. */
  readonly explanation: string | null;
}

/** 决算: the closed books of a year against its budget. */
export interface FinalAccount {
  readonly lines: readonly FinalLine[];
  readonly incomeFen: Fen;
  readonly expenditureFen: Fen;
  readonly yearBalanceFen: Fen;
  readonly balances: readonly (HeldBalance & { readonly yearBalanceFen: Fen })[];
}

/** Balance of a part of the fund at the start and the end of a year. */
export interface HeldBalance {
  readonly part: BudgetPart;
  /** 年初滚存结余: balance at the end of the year before, including balances taken over when the books began. */
  readonly openingFen: Fen;
  /** Amount moved within the balance itself, such as a corrected split between the parts (NAT-28.8). */
  readonly movedFen: Fen;
  /** 年末滚存结余: when the year is closed. */
  readonly accumulatedFen: Fen;
}

/** Figures of a closed year's books: turnover by line, and the balance of each part. */
export interface ClosedYear {
  readonly actuals: readonly ActualAmount[];
  readonly balances: readonly HeldBalance[];
}

/**
 * Draws up the final account (NAT-28.2). Refuses a line that differs from its budget without an explanation, an
 * explanation of a line that does not differ, and books in which opening balance, income less expenditure and movements
 * within the balance do not give the closing balance of a part.
 * @param explanations by `line/part`, such as `5001.inpatient/pooled`
 */
export function drawFinalAccount(
  table: BudgetTable,
  { actuals, balances }: ClosedYear,
  explanations: ReadonlyMap<string, string>,
): Decision<FinalAccount> {
  const { lines, income, expenditure } = compareExecution(table, actuals, 12, []);
  const refusals: Refusal[] = [];
  const drawn = lines.map(({ line, part, side, budgetFen, actualFen }) => {
    const differenceFen = fen(actualFen - plannedFen({ budgetFen }));
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
  const held = balances.map((balance) => ({ ...balance, yearBalanceFen: balanceOf(drawn, balance.part) }));
  for (const balance of held) {
    const { openingFen, yearBalanceFen, movedFen, accumulatedFen } = balance;
    const left = fen(accumulatedFen - openingFen - yearBalanceFen - movedFen);
    if (left !== 0n) refusals.push(notBalanced(balance, left));
  }
  return allowUnless(refusals, () => ({
    lines: drawn,
    incomeFen: income.actualFen,
    expenditureFen: expenditure.actualFen,
    yearBalanceFen: fen(income.actualFen - expenditure.actualFen),
    balances: held,
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

function notBalanced({ part, accumulatedFen }: HeldBalance, left: Fen): Refusal {
  const [held, amount] = [formatYuanGrouped(accumulatedFen), formatYuanGrouped(left)];
  return {
    code: 'final_account_unbalanced',
    at: part,
    clause: 'NAT-28.2',
    what: {
      zh: `${PART_LABELS[part].zh}年末滚存结余 ${held} 元，与年初结余加本年收支相差 ${amount} 元`,
      en: `the ${PART_LABELS[part].en} hold ${held} yuan at the end, ${amount} yuan more than opening and balance of the year`,
    },
    next: {
      zh: '年终结转后又有记账，或结转已被冲销：请核对该年十二月的账',
      en: 'something was posted after the closing of the year, or it was reversed: check December of the year',
    },
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
