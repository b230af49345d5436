import type { FundCourse } from '#domain/monitoring/fund-course';
import type { IndicatorId, LineName } from '#domain/monitoring/plan-monitoring';
import type { WarningLine } from '#domain/monitoring/warning-lines';
import { assertNever } from '#kernel/assert';
import { MONTHS_PER_YEAR } from '#kernel/month';
import { compareRationals, rational, type Rational } from '#kernel/rational';

/** The reason why a figure does not exist; it is then absent, never zero. */
export type NoFigure = 'nothing_spent' | 'nothing_to_compare';

/** A `warning` requires a measure; a `notice` is for information. */
export type WarningLevel = 'in_order' | 'notice' | 'warning';

/** An indicator of a fund at a month's end, with its level. */
export interface JudgedIndicator {
  readonly indicator: IndicatorId;
  /** Figure in months, fen or percentage points, by indicator; or the reason why there is none. */
  readonly figure: Rational | NoFigure;
  /** Null where there is no figure. */
  readonly level: WarningLevel | null;
}

/** Judges one indicator of a course by its lines; a figure on a line is in order, one beyond it is not. */
export function judgeCourse(
  indicator: IndicatorId,
  course: FundCourse,
  lines: ReadonlyMap<LineName, WarningLine>,
): JudgedIndicator {
  const figure = figureOf(indicator, course);
  return { indicator, figure, level: typeof figure === 'string' ? null : levelOf(indicator, figure, lines) };
}

function figureOf(indicator: IndicatorId, course: FundCourse): Rational | NoFigure {
  switch (indicator) {
    case 'payable_months':
      return payableMonths(course);
    case 'current_result':
      return rational(course.recent.incomeFen - course.recent.spentFen);
    case 'growth_gap':
      return growthGap(course);
    default:
      return assertNever(indicator);
  }
}

/** Reckons 累计结余 ÷ 月均支出: the balance divided by mean monthly spending; a negative balance gives negative months. */
function payableMonths({ balanceFen, recent: { spentFen, months } }: FundCourse): Rational | NoFigure {
  return spentFen <= 0n ? 'nothing_spent' : rational(balanceFen * months, spentFen);
}

/** Reckons by how many percentage points spending grew faster than income, twelve months against the twelve before. */
function growthGap({ recent, before }: FundCourse): Rational | NoFigure {
  if (before === undefined || before.incomeFen <= 0n || before.spentFen <= 0n) return 'nothing_to_compare';
  const [spent, income] = [recent.spentFen * before.incomeFen, recent.incomeFen * before.spentFen];
  return rational(100n * (spent - income), before.spentFen * before.incomeFen);
}

const ZERO = rational(0n);

function levelOf(
  indicator: IndicatorId,
  figure: Rational,
  lines: ReadonlyMap<LineName, WarningLine>,
): WarningLevel {
  switch (indicator) {
    case 'payable_months': {
      const [short, excess] = [lines.get('short'), lines.get('excess')];
      if (short !== undefined && compareRationals(figure, short.months) < 0) return 'warning';
      return excess !== undefined && compareRationals(figure, excess.months) > 0 ? 'notice' : 'in_order';
    }
    case 'current_result':
      return compareRationals(figure, ZERO) < 0 ? 'warning' : 'in_order';
    case 'growth_gap':
      return compareRationals(figure, ZERO) > 0 ? 'notice' : 'in_order';
    default:
      return assertNever(indicator);
  }
}

/** Whether a course covers fewer than twelve months; views must say so. */
export function isShortCourse({ recent }: FundCourse): boolean {
  return recent.months < MONTHS_PER_YEAR;
}
