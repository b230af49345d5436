import { formatDecimal, parseDecimal, type Decimal, type DecimalFault } from '#kernel/decimal-text';
import { rational, type Rational } from '#kernel/rational';
import { rate, type Rate } from '#kernel/rate';

/** A difference of two rates in percentage points (百分点): 5 points between 80% and 85%. Never a rate. */
export interface Points {
  readonly unit: 'points';
  readonly points: Decimal;
}

/** "5", "2.5" → percentage points. */
export function parsePoints(text: string): Points | DecimalFault {
  const decimal = parseDecimal(text, 4);
  return typeof decimal === 'string' ? decimal : { unit: 'points', points: decimal };
}

export function formatPoints({ points }: Points): string {
  return formatDecimal(points);
}

/** 80% raised by 5 points is 85%; this is the only way points act on a rate. */
export function raiseByPoints(base: Rate, points: Points): Rate {
  const step = pointsAsFraction(points);
  return rate(
    rational(
      base.numerator * step.denominator + step.numerator * base.denominator,
      base.denominator * step.denominator,
    ),
  );
}

function pointsAsFraction({ points }: Points): Rational {
  return rational(points.coefficient, 100n * 10n ** BigInt(points.scale));
}
