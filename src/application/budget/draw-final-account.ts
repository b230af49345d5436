import { readClosedYear } from '#application/budget/actuals';
import { addPaper, type PaperDraft, type PaperGround } from '#application/budget/papers';
import { yearNotClosed } from '#application/budget/refusals';
import type { BudgetServices } from '#application/budget/services';
import { drawFinalAccount, type FinalAccount } from '#domain/budget/final-account';
import type { BudgetRules } from '#domain/budget/rules';
import type { Scope } from '#domain/identity/account';
import { allow, refuse, type Decision } from '#kernel/decision';
import { formatYuan, type Fen } from '#kernel/fen';

export interface FinalAccountRequest {
  readonly reason: string;
  /** `line/part` → reason why the year differs from the budget. */
  readonly explanations: Readonly<Record<string, string>>;
}

/** The stored content of a final account; amounts in yuan. */
export interface FinalAccountContent {
  readonly lines: readonly {
    readonly line: string;
    readonly part: string;
    readonly side: 'income' | 'expenditure';
    readonly budget: string | null;
    readonly actual: string;
    readonly difference: string;
    readonly explanation: string | null;
  }[];
  readonly income: string;
  readonly expenditure: string;
  readonly yearBalance: string;
  readonly balances: readonly {
    readonly part: string;
    readonly opening: string;
    readonly yearBalance: string;
    readonly accumulated: string;
  }[];
  /** Number of approved plans in the budget. */
  readonly plans: number;
  readonly cite: readonly string[];
}

/** Draws up the final account of a closed year from its books; every line that differs carries its explanation. */
export async function proposeFinalAccount(
  services: BudgetServices,
  scope: Scope,
  budgetId: string,
  { reason, explanations }: FinalAccountRequest,
  now: string,
): Promise<Decision<{ readonly id: string; readonly number: number }>> {
  const prepare = async ({ budget, current, rules }: PaperGround): Promise<Decision<PaperDraft>> => {
    const closed = await readClosedYear(services, scope, budget);
    if (closed === undefined) return refuse(yearNotClosed(budget.pool, budget.year));
    const drawn = drawFinalAccount(current.table, closed, new Map(Object.entries(explanations)));
    if (!drawn.allowed) return drawn;
    const content = contentOf(drawn.value, current.plans.length, finalCites(rules));
    return allow({ content, needsException: false });
  };
  return addPaper(services, scope, { budgetId, kind: 'final_account', reason }, prepare, now);
}

/** Lists every clause of the place's budget rules: a final account is judged by all of them. */
function finalCites({ cite, rules }: BudgetRules): readonly string[] {
  return [...new Set([...cite, ...rules.flatMap((rule) => rule.cite)])];
}

/**
 * Makes the stored content of a final account.
 * @param plans approved plans in its budget
 */
export function contentOf(
  account: FinalAccount,
  plans: number,
  cite: readonly string[],
): FinalAccountContent {
  const yuan = (amount: Fen): string => formatYuan(amount);
  return {
    lines: account.lines.map(({ line, part, side, budgetFen, actualFen, differenceFen, explanation }) => ({
      line,
      part,
      side,
      budget: budgetFen === null ? null : yuan(budgetFen),
      actual: yuan(actualFen),
      difference: yuan(differenceFen),
      explanation,
    })),
    income: yuan(account.incomeFen),
    expenditure: yuan(account.expenditureFen),
    yearBalance: yuan(account.yearBalanceFen),
    balances: account.balances.map(({ part, openingFen, yearBalanceFen, accumulatedFen }) => ({
      part,
      opening: yuan(openingFen),
      yearBalance: yuan(yearBalanceFen),
      accumulated: yuan(accumulatedFen),
    })),
    plans,
    cite,
  };
}
