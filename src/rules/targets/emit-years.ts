import type { FormulaNode } from '#rules/formula/node';
import { nodeAt, type TargetPlan } from '#rules/targets/plan';

/** Full years between two dates of which a formula asks only whether they are fewer than a count. */
export interface YearsAsked {
  /** The node of the full years, which need not be reckoned. */
  readonly years: number;
  readonly from: number;
  readonly to: number;
  readonly count: number;
  /** Whether the answer is that they are fewer, or that they are not. */
  readonly isBelow: boolean;
}

/** What a comparison asks of full years: far from the birthday the days alone answer it, and no year is counted. */
export function yearsAsked(plan: TargetPlan, node: FormulaNode): YearsAsked | undefined {
  // Stryker disable next-line ConditionalExpression: no other operator has a comparison
  if (node.op !== 'compare') return undefined;
  if (node.comparison !== 'below' && node.comparison !== 'at_least') return undefined;
  const [years = -1, count = -1] = node.args;
  const { op, args } = nodeAt(plan, years);
  const [from = -1, to = -1] = args;
  const { isNotNegative, isNarrow } = plan.of(count);
  if (op !== 'fullYears' || !isNotNegative || !isNarrow) return undefined;
  return { years, from, to, count, isBelow: node.comparison === 'below' };
}
