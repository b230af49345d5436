import type { AdjustmentFacts } from '#domain/adjustment/facts';
import { plannedValues, type AdjustmentPlan } from '#domain/adjustment/plan';
import { firstDayOfYear } from '#kernel/insurance-year';
import type { Rational } from '#kernel/rational';
import { findValue } from '#rules/pack/pack';
import { resolveValue } from '#rules/value/resolve-value';

/** Months payable that a pool is not to fall below, and what says so. */
export interface Floor {
  readonly months: Rational;
  readonly text: string;
  /** Why this floor, where it is the user's own. */
  readonly basis?: string;
  readonly cite: readonly string[];
}

/** The value of packs that states the months to which a fund tops up. */
const TARGET = 'target_months';

/**
 * The floor of a year: the one that was stated, else the months of the pack's own target, as it is on the year's
 * first day and as rule changes leave it; undefined where the pack's pipeline has none.
 */
export function floorOf(
  plan: AdjustmentPlan,
  facts: AdjustmentFacts,
  stated: Floor | undefined,
): Floor | undefined {
  if (stated !== undefined) return stated;
  const axes = findValue(plan.pack, TARGET)?.axes ?? [];
  if (!plannedValues(plan).includes(TARGET) || axes.some((axis) => axis !== 'scheme')) return undefined;
  const value = resolveValue(plan.pack, TARGET, {
    on: firstDayOfYear(facts.year),
    cell: { scheme: facts.scheme },
    replaced: facts.replaced,
    assumptions: 'state',
  });
  if (!value.allowed) return undefined;
  const { quantity, cite } = value.value;
  return 'count' in quantity ? { months: quantity.count, text: quantity.text, cite } : undefined;
}
