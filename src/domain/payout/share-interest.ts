import { fen, type Fen } from '#kernel/fen';
import { nextDay, type PlainDate } from '#kernel/plain-date';
import { rational, type Rational } from '#kernel/rational';
import { roundToFen } from '#kernel/rounding';
import { splitLargestRemainder } from '#kernel/split';

/** How much a fund's part of a deposit account changed on a day, in fen. */
export interface DailyChange {
  readonly fund: string;
  readonly on: PlainDate;
  readonly change: bigint;
}

export interface InterestPeriod {
  readonly from: PlainDate;
  /** The last day that counts. */
  readonly to: PlainDate;
}

/** What the bank tells of its reckoning. */
export interface InterestTerms extends InterestPeriod {
  /** Yearly rate. */
  readonly rate: Rational;
  /** Days of the bank's year, such as 360. */
  readonly daysOfYear: number;
}

/** Sum of the balances at the end of each day of a period, by fund (积数); below zero where an account was overdrawn. */
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
 * Shares what the bank paid by the sums of daily balances (NAT-A3): the parts add up to it (NAT-P.3). A fund whose sum
 * is not above zero gets nothing; with none above zero there is nothing to share by, and it is undefined.
 */
export function shareInterest(
  amount: Fen,
  sums: ReadonlyMap<string, bigint>,
): ReadonlyMap<string, Fen> | undefined {
  const shares = [...sums].map(([id, sum]) => ({ id, weight: sum > 0n ? sum : 0n }));
  if (shares.every(({ weight }) => weight === 0n)) return undefined;
  return splitLargestRemainder(amount, shares);
}

/** What the bank should have paid: sum of daily balances × yearly rate ÷ days of its year, half up to the fen. */
export function expectedInterest(
  sums: ReadonlyMap<string, bigint>,
  { rate, daysOfYear }: InterestTerms,
): Fen {
  const sum = [...sums.values()].reduce((total, one) => total + one, 0n);
  if (sum <= 0n) return fen(0n);
  return roundToFen(rational(sum * rate.numerator, rate.denominator * BigInt(daysOfYear)), 'half_up');
}

/** Days from one day to another, both counted. */
function daysThrough(from: PlainDate, to: PlainDate): bigint {
  let days = 0n;
  for (let day = from; day <= to; day = nextDay(day)) days += 1n;
  return days;
}
