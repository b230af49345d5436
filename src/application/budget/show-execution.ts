import { readActuals } from '#application/budget/actuals';
import { findCurrent, type CurrentBudget } from '#application/budget/find-current';
import { rulesOf } from '#application/budget/open-round';
import { notAdopted, unknownBudget, unknownRound } from '#application/budget/refusals';
import type { BudgetServices } from '#application/budget/services';
import type { Budget } from '#application/ports/budget-store';
import { decideWithin } from '#application/transaction/decide-within';
import { compareExecution, type ExecutedLine, type Execution } from '#domain/budget/execution';
import { lineLabel } from '#domain/budget/lines';
import { noticeLevels, type BudgetRules } from '#domain/budget/rules';
import type { Scope } from '#domain/identity/account';
import { present } from '#kernel/assert';
import type { Bilingual } from '#kernel/bilingual';
import { allow, refuse, type Decision } from '#kernel/decision';
import { formatYuan, type Fen } from '#kernel/fen';
import { parseInsuranceYear } from '#kernel/insurance-year';
import { formatRational, rational } from '#kernel/rational';
import { digitsText, roundingLeft } from '#kernel/shown-amount';

export interface ExecutionLineView {
  readonly line: string;
  readonly part: ExecutedLine['part'];
  readonly label: Bilingual;
  readonly side: 'income' | 'expenditure';
  readonly budget: string | null;
  readonly actual: string;
  /** Percent with two decimals. */
  readonly rate: string | null;
  /** Lead of the rate over the elapsed time, in percentage points. */
  readonly ahead: string | null;
  readonly notice: string | null;
  readonly isOver: boolean;
}

export interface ExecutionView {
  readonly throughMonth: number;
  readonly timeGone: string;
  readonly lines: readonly ExecutionLineView[];
  readonly income: { readonly budget: string; readonly actual: string };
  readonly expenditure: { readonly budget: string; readonly actual: string };
  /** Shown in ten thousand yuan: what a sum is more than its shown lines (尾差); those that add up are left out. */
  readonly roundings: readonly {
    readonly figure: 'income' | 'expenditure';
    readonly column: 'budget' | 'actual';
    readonly amount: string;
  }[];
  readonly plans: number;
  readonly cite: readonly string[];
}

/** Shows an adopted budget against the books up to a month: rates, elapsed time, and notable deviations. */
export async function showExecution(
  services: BudgetServices,
  scope: Scope,
  budgetId: string,
  throughMonth: number,
): Promise<Decision<ExecutionView>> {
  const found = await findGround(services, scope, budgetId);
  if (!found.allowed) return found;
  const { budget, current, rules } = found.value;
  const levels = noticeLevels(rules, present(parseInsuranceYear(budget.year), 'the year of a budget'));
  if (!levels.allowed) return levels;
  const actuals = await readActuals(services, scope, budget, throughMonth);
  const compared = compareExecution(current.table, actuals, throughMonth, levels.value);
  return allow({
    throughMonth,
    timeGone: formatRational(rational(100n * BigInt(throughMonth), 12n), 2),
    lines: compared.lines.map((line) => lineView(budget.kind, line)),
    income: sideView(compared.income),
    expenditure: sideView(compared.expenditure),
    roundings: roundingsOf(compared),
    plans: current.plans.length,
    cite: rules.cite,
  });
}

/** An adopted budget in its present state, with the rules of its round. */
interface Ground {
  readonly budget: Budget;
  readonly current: CurrentBudget;
  readonly rules: BudgetRules;
}

/** Finds an adopted budget; refuses one that is not adopted. */
async function findGround(
  services: BudgetServices,
  scope: Scope,
  budgetId: string,
): Promise<Decision<Ground>> {
  return decideWithin(services.budgetStore, scope, async (office): Promise<Decision<Ground>> => {
    const budget = await office.findBudget(budgetId);
    if (budget === undefined) return refuse(unknownBudget(budgetId));
    const round = await office.findRound(budget.roundId);
    if (round === undefined) return refuse(unknownRound(budget.roundId));
    const current = await findCurrent(office, budget);
    if (current === undefined) return refuse(notAdopted(budget.pool, budget.year));
    return allow({ budget, current, rules: await rulesOf(office, services.hash, round) });
  });
}

function lineView(kind: 'pool' | 'fund', executed: ExecutedLine): ExecutionLineView {
  const { line, part, side, budgetFen, actualFen, rate, ahead, notice, isOver } = executed;
  const percent = (value: typeof rate): string | null =>
    value === null ? null : formatRational(rational(100n * value.numerator, value.denominator), 2);
  return {
    line,
    part,
    label: lineLabel(kind, line),
    side,
    budget: budgetFen === null ? null : formatYuan(budgetFen),
    actual: formatYuan(actualFen),
    rate: percent(rate),
    ahead: percent(ahead),
    notice,
    isOver,
  };
}

function roundingsOf(compared: Execution): ExecutionView['roundings'] {
  const sides = ['income', 'expenditure'] as const;
  const columns = [
    ['budget', 'budgetFen'],
    ['actual', 'actualFen'],
  ] as const;
  return sides.flatMap((figure) =>
    columns.flatMap(([column, member]) => {
      const parts = compared.lines
        .filter(({ side }) => side === figure)
        .flatMap((line) => line[member] ?? []);
      const digits = roundingLeft(compared[figure][member], parts, [], 'wan');
      return digits === 0n ? [] : [{ figure, column, amount: digitsText(digits) }];
    }),
  );
}

function sideView({ budgetFen, actualFen }: { readonly budgetFen: Fen; readonly actualFen: Fen }): {
  readonly budget: string;
  readonly actual: string;
} {
  return { budget: formatYuan(budgetFen), actual: formatYuan(actualFen) };
}
