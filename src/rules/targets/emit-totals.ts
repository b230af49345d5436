import { present } from '#kernel/assert';
import { layoutOf, type TotalPlan } from '#rules/targets/emit-layout';
import { limitsOf } from '#rules/targets/emit-sources';
import { nodeAt, type TargetPlan } from '#rules/targets/plan';
import { scaledSize } from '#rules/targets/scale';

/** Rows that a loop takes in one call at most, so that what they can add to a total is small beside its range. */
export const ROWS_A_CALL = 2 ** 18;

/**
 * What one row adds to each total at most, as whole numbers of its scale: undefined where it may be negative, or
 * where a call's rows could lead a total from 0 out of its range. A total whose rows are known to stay within its
 * range is looked at once a call, not in every row.
 */
export function mostAdded(plan: TargetPlan): readonly (bigint | undefined)[] {
  return layoutOf(plan).totals.map((total) => {
    const most = plan.of(total.amount).isNotNegative ? greatest(plan, total) : undefined;
    return most !== undefined && most * BigInt(ROWS_A_CALL) <= highOf(plan, total) ? most : undefined;
  });
}

/** Whether totals stay within their ranges for all rows of a call; a total that is lost (NaN) is not asked. */
export function totalsWithin(plan: TargetPlan): readonly string[] {
  const added = mostAdded(plan);
  return layoutOf(plan).totals.flatMap((total, at) => {
    const most = added[at];
    if (most === undefined) return [];
    return [`!(t${at} < 0)`, `!(t${at} + (end - first) * ${most} > ${highOf(plan, total)})`];
  });
}

/**
 * The least of what bounds an amount: its own range, and those of the row's facts that it is proved not to exceed.
 * What is reckoned from facts is no bound: an assertion may hold it to less in rows that need it, not in others.
 */
function greatest(plan: TargetPlan, { amount }: TotalPlan): bigint | undefined {
  const { scale } = plan.of(amount);
  const sizes = plan.live
    .filter((index) => index === amount || nodeAt(plan, index).op === 'input')
    .filter((index) => plan.bounds.isAtMost(amount, index))
    .map((index) => scaledSize(present(plan.of(index).range, 'the range of an amount'), scale));
  return sizes.toSorted((a, b) => Number(a - b))[0];
}

function highOf(plan: TargetPlan, { node }: TotalPlan): bigint {
  return limitsOf(plan, node).high;
}
