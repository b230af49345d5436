import { fen, type Fen } from '#kernel/fen';
import { nextDay, type PlainDate } from '#kernel/plain-date';
import { rational, type Rational } from '#kernel/rational';
import { roundToFen } from '#kernel/rounding';
import { splitLargestRemainder } from '#kernel/split';

/** Change of a fund's part of a deposit account on one day, in fen. */
export interface DailyChange {
  readonly fund: string;
  readonly on: PlainDate;
  readonly change: bigint;
}

export interface InterestPeriod {
  readonly from: PlainDate;
  /** Last day of the period, included. */
  readonly to: PlainDate;
}

/** Terms by which the bank reckoned the interest. */
export interface InterestTerms extends InterestPeriod {
  /** Yearly rate. */
  readonly rate: Rational;
  /** Days of the bank's year, such as 360. */
  readonly daysOfYear: number;
}

/** Sums the end-of-day balances of a period by fund (积数), in fen × days; negative where an account was overdrawn. */
export function sumDailyBalances(
  changes: readonly DailyChange[],
  funds: readonly string[],
  { from, to }: InterestPeriod,
): ReadonlyMap<string, bigint> {
  return new Map(
    funds.map((fund) => [
      fund,
      changes
        .filter((one) => one.fund === fund && one.on <= to)
        .reduce((sum, { on, change }) => sum + change * daysThrough(on < from ? from : on, to), 0n),
    ]),
  );
}

/**
 * Splits paid interest by the sums of daily balances (NAT-A3); the parts add up to it exactly (NAT-P.3). A fund whose
 * sum is not positive gets nothing; undefined where no sum is positive.
 */
export function shareInterest(
  amount: Fen,
  sums: ReadonlyMap<string, bigint>,
): ReadonlyMap<string, Fen> | undefined {
  const shares = [...sums].map(([id, sum]) => ({ id, weight: sum > 0n ? sum : 0n }));
  if (shares.every(({ weight }) => weight === 0n)) return undefined;
  return splitLargestRemainder(amount, shares);
}

/**
 * Reckons the interest due, in fen: sum of daily balances × yearly rate ÷ days of the bank's year, rounded half up
 * (R-3).
 */
export function expectedInterest(
  sums: ReadonlyMap<string, bigint>,
  { rate, daysOfYear }: InterestTerms,
): Fen {
  const sum = [...sums.values()].reduce((total, one) => total + one, 0n);
  if (sum <= 0n) return fen(0n);
  return roundToFen(rational(sum * rate.numerator, rate.denominator * BigInt(daysOfYear)), 'half_up');
}

/** Counts the days of a period, first and last included. */
function daysThrough(from: PlainDate, to: PlainDate): bigint {
  let days = 0n;
  for (let day = from; day <= to; day = nextDay(day)) days += 1n;
  return days;
}
