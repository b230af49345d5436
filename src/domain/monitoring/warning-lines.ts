import type { IndicatorId, LineName, MonitoringPlan } from '#domain/monitoring/plan-monitoring';
import { assert } from '#kernel/assert';
import { allow, type Decision } from '#kernel/decision';
import { firstDayOfYear, parseInsuranceYear } from '#kernel/insurance-year';
import type { Month } from '#kernel/month';
import type { Rational } from '#kernel/rational';
import { findValue } from '#rules/pack/pack';
import { resolveValue, type ResolvedValue } from '#rules/value/resolve-value';

/** A line in force in a month, with its source and whether it is an assumption that nobody adopted. */
export interface WarningLine {
  readonly months: Rational;
  readonly text: string;
  readonly value: string;
  readonly standing: ResolvedValue['standing'];
  readonly cite: readonly string[];
}

/** Lines by indicator; indicators without lines are absent. */
export type WarningLines = ReadonlyMap<IndicatorId, ReadonlyMap<LineName, WarningLine>>;

/** Resolves the lines of a plan for an insurance type, on the first day of the month's year. */
export function warningLines(
  plan: MonitoringPlan,
  insuranceType: string,
  month: Month,
): Decision<WarningLines> {
  const all = new Map<IndicatorId, Map<LineName, WarningLine>>();
  for (const { indicator, lines } of plan.indicators) {
    const own = new Map<LineName, WarningLine>();
    for (const [name, value] of Object.entries(lines) as [LineName, string][]) {
      const line = lineAt(plan, value, insuranceType, month);
      if (!line.allowed) return line;
      own.set(name, line.value);
    }
    all.set(indicator, own);
  }
  return allow(all);
}

/** Resolves a value in months of the plan's pack, on the first day of a month's year. */
export function lineAt(
  { pack }: MonitoringPlan,
  value: string,
  insuranceType: string,
  month: Month,
): Decision<WarningLine> {
  const year = parseInsuranceYear(Number.parseInt(month.slice(0, 4), 10));
  assert(year !== undefined, 'a month lies in a year');
  const hasScheme = findValue(pack, value)?.axes?.includes('scheme') === true;
  const resolved = resolveValue(pack, value, {
    on: firstDayOfYear(year),
    cell: hasScheme ? { scheme: insuranceType } : {},
    assumptions: 'state',
  });
  if (!resolved.allowed) return resolved;
  const { quantity, standing, cite } = resolved.value;
  assert('count' in quantity, 'lines were checked to be months');
  return allow({ months: quantity.count, text: quantity.text, value, standing, cite });
}
