import type { FundCourse } from '#domain/monitoring/fund-course';
import type { IndicatorId, LineName } from '#domain/monitoring/plan-monitoring';
import type { WarningLine } from '#domain/monitoring/warning-lines';
import { assertNever } from '#kernel/assert';
import { MONTHS_PER_YEAR } from '#kernel/month';
import { compareRationals, rational, type Rational } from '#kernel/rational';

/** The reason why a figure does not exist; it is then absent, never zero. */
export type NoFigure = 'nothing_spent' | 'nothing_due' | 'nothing_to_compare';

/** A `warning` requires a measure; a `notice` is for information. */
export type WarningLevel = 'in_order' | 'notice' | 'warning';

/** An indicator of a fund at a month's end, with its level. */
export interface JudgedIndicator {
  readonly indicator: IndicatorId;
  /** Figure in months, fen or percentage points, by indicator; or the reason why there is none. */
  readonly figure: Rational | NoFigure;
  /** Null where there is no figure to judge; debts without any spending warn though they are no number of months. */
  readonly level: WarningLevel | null;
}

/** Judges one indicator of a course by its lines; a figure on a line is in order, one beyond it is not. */
export function judgeCourse(
  indicator: IndicatorId,
  course: FundCourse,
  lines: ReadonlyMap<LineName, WarningLine>,
): JudgedIndicator {
  const figure = figureOf(indicator, course);
  return { indicator, figure, level: levelOf(indicator, figure, course, lines) };
}

function figureOf(indicator: IndicatorId, course: FundCourse): Rational | NoFigure {
  switch (indicator) {
    case 'payable_months':
      return payableMonths(course);
    case 'current_result':
      return rational(course.recent.incomeFen - course.recent.spentFen);
    case 'growth_gap':
      return growthGap(course);
    case 'arrears':
      return arrearsMonths(course);
    default:
      return assertNever(indicator);
  }
}

const ZERO = rational(0n);

/** Reckons 累计结余 ÷ 月均支出: the balance divided by mean monthly spending; a negative balance gives negative months. */
function payableMonths({ balanceFen, recent: { spentFen, months } }: FundCourse): Rational | NoFigure {
  return spentFen <= 0n ? 'nothing_spent' : rational(balanceFen * months, spentFen);
}

/**
 * Reckons 欠付月数: debts over the mean month's spending that fell due, paid or not. Cash spending alone would leave a fund
 * that pays nobody without a figure.
 */
function arrearsMonths({ unpaidFen, fellDueFen, recent: { months } }: FundCourse): Rational | NoFigure {
  if (unpaidFen <= 0n) return ZERO;
  return fellDueFen <= 0n ? 'nothing_due' : rational(unpaidFen * months, fellDueFen);
}

/** Reckons by how many percentage points spending grew faster than income, twelve months against the twelve before. */
function growthGap({ recent, before }: FundCourse): Rational | NoFigure {
  if (before === undefined || before.incomeFen <= 0n || before.spentFen <= 0n) return 'nothing_to_compare';
  const [spent, income] = [recent.spentFen * before.incomeFen, recent.incomeFen * before.spentFen];
  return rational(100n * (spent - income), before.spentFen * before.incomeFen);
}

function levelOf(
  indicator: IndicatorId,
  figure: Rational | NoFigure,
  course: FundCourse,
  lines: ReadonlyMap<LineName, WarningLine>,
): WarningLevel | null {
  if (indicator === 'arrears') return arrearsLevel(figure, course, lines.get('overdue'));
  if (typeof figure === 'string') return null;
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

/** Judges debts: beyond the line they warn; a fund that owes and pays nobody is never in order, nor one without a line. */
function arrearsLevel(
  figure: Rational | NoFigure,
  { unpaidFen, recent }: FundCourse,
  overdue: WarningLine | undefined,
): WarningLevel {
  if (unpaidFen <= 0n) return 'in_order';
  if (typeof figure === 'string') return 'warning';
  if (overdue !== undefined && compareRationals(figure, overdue.months) > 0) return 'warning';
  return overdue === undefined || recent.spentFen <= 0n ? 'notice' : 'in_order';
}

/** Whether a course covers fewer than twelve months; views must say so. */
export function isShortCourse({ recent }: FundCourse): boolean {
  return recent.months < MONTHS_PER_YEAR;
}
