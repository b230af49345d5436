import { rational, type Rational } from '#kernel/rational';
import type { Bilingual } from '#kernel/bilingual';
import {
  ACTIVE_TO_RETIRED,
  PAYABLE_MONTHS,
  PAYABLE_MONTHS_OF_POOL,
  SUM_IDENTITIES,
} from '#domain/disclosure/identities';
import type { QuotientIdentity, SumIdentity, SumReading } from '#domain/disclosure/identity';
import { absolute, add, around, isAtMost, meet, quotients, subtract } from '#domain/disclosure/interval';
import type { ItemName } from '#domain/disclosure/items';
import { findWholeYear } from '#domain/disclosure/period';
import type { PublishedFigure } from '#domain/disclosure/published-figure';
import { holdsPersonalAccounts } from '#domain/disclosure/scheme';
import type { Statement } from '#domain/disclosure/statement';

/**
 * `exact`: to the last digit. `within_rounding`: off by no more than the printed digits leave open.
 * `incomplete`: the page lists some parts only, and they stay below the total. `broken`: the
 * parts contradict the total beyond rounding.
 */
export type CheckStatus = 'exact' | 'within_rounding' | 'incomplete' | 'broken';

/** A figure as it enters a check, with its sign; `period` where it comes from another statement. */
export interface CheckPart {
  readonly figure: PublishedFigure;
  readonly sign: 1 | -1;
  readonly period?: string;
}

export interface ArithmeticCheck {
  readonly identity: string;
  readonly label: Bilingual;
  /** Which of the identity's readings of the page fitted best. */
  readonly reading: string;
  readonly result: PublishedFigure;
  readonly parts: readonly CheckPart[];
  readonly status: CheckStatus;
  /** The printed result less what its parts give, in base units. */
  readonly difference: Rational;
  /** How far they may lie apart by rounding alone, in base units. */
  readonly tolerance: Rational;
}

/** Checks every identity whose parts this statement prints; what it does not print is not an error. */
export function checkStatement(statement: Statement): readonly ArithmeticCheck[] {
  const sums = new Map<string, ArithmeticCheck>();
  for (const identity of SUM_IDENTITIES) {
    if (identity.unless?.some((id) => sums.has(id)) === true) continue;
    const check = findBestSum(identity, statement);
    if (check !== undefined) sums.set(identity.id, check);
  }
  const ratios = quotientsOf(statement).flatMap((identity) => checkQuotient(identity, statement) ?? []);
  return [...sums.values(), ...ratios];
}

/** Compares a printed total with the signed sum of its parts. */
export function checkSum(
  identity: Pick<SumIdentity, 'id' | 'label'>,
  reading: Pick<SumReading, 'id' | 'complete'>,
  result: PublishedFigure,
  parts: readonly CheckPart[],
): ArithmeticCheck {
  const sum = parts.reduce(
    (total, { figure, sign }) => (sign === 1 ? add(total, figure.value) : subtract(total, figure.value)),
    rational(0n),
  );
  const difference = subtract(result.value, sum);
  const tolerance = parts.reduce((total, { figure }) => add(total, figure.halfUnit), result.halfUnit);
  const status = statusOf(difference, tolerance, reading.complete);
  return {
    identity: identity.id,
    label: identity.label,
    reading: reading.id,
    result,
    parts,
    status,
    difference,
    tolerance,
  };
}

function statusOf(difference: Rational, tolerance: Rational, complete: boolean): CheckStatus {
  if (difference.numerator === 0n) return 'exact';
  if (isAtMost(absolute(difference), tolerance)) return 'within_rounding';
  return !complete && difference.numerator > 0n ? 'incomplete' : 'broken';
}

function findBestSum(identity: SumIdentity, statement: Statement): ArithmeticCheck | undefined {
  const total = statement.figures.get(identity.total);
  if (total === undefined) return undefined;
  const checks = identity.readings.flatMap((reading) => {
    const parts = findParts(reading, statement.figures);
    return parts === undefined ? [] : [checkSum(identity, reading, total, parts)];
  });
  return checks.toSorted(byFit)[0];
}

function findParts(
  reading: SumReading,
  figures: ReadonlyMap<ItemName, PublishedFigure>,
): readonly CheckPart[] | undefined {
  const required = reading.required.flatMap(({ item, sign }) => {
    const figure = figures.get(item);
    return figure === undefined ? [] : [{ figure, sign }];
  });
  if (required.length < reading.required.length) return undefined;
  const optional = reading.optional.flatMap((item) => {
    const figure = figures.get(item);
    return figure === undefined ? [] : [{ figure, sign: 1 as const }];
  });
  return [...required, ...optional];
}

const FIT: readonly CheckStatus[] = ['exact', 'within_rounding', 'incomplete', 'broken'];

/** Better status first, then the smaller difference; equal readings keep the order of the catalogue. */
function byFit(a: ArithmeticCheck, b: ArithmeticCheck): number {
  const byStatus = FIT.indexOf(a.status) - FIT.indexOf(b.status);
  if (byStatus !== 0) return byStatus;
  const [left, right] = [absolute(a.difference), absolute(b.difference)];
  return isAtMost(left, right) ? (isAtMost(right, left) ? 0 : -1) : 1;
}

function quotientsOf(statement: Statement): readonly QuotientIdentity[] {
  if (findWholeYear(statement.period) === undefined) return [ACTIVE_TO_RETIRED];
  const months = holdsPersonalAccounts(statement.scheme) ? PAYABLE_MONTHS_OF_POOL : PAYABLE_MONTHS;
  return [ACTIVE_TO_RETIRED, months];
}

function checkQuotient(identity: QuotientIdentity, { figures }: Statement): ArithmeticCheck | undefined {
  const result = figures.get(identity.result);
  const dividend = firstPrinted(identity.dividends, figures);
  const divisor = firstPrinted(identity.divisors, figures);
  if (result === undefined || dividend === undefined || divisor === undefined) return undefined;
  const divisorRange = around(divisor.value, divisor.halfUnit);
  if (divisorRange.low.numerator <= 0n) return undefined;
  const times = (value: Rational): Rational => rational(value.numerator * identity.times, value.denominator);
  const exact = quotients(around(dividend.value, rational(0n)), around(divisor.value, rational(0n))).low;
  const range = quotients(around(dividend.value, dividend.halfUnit), divisorRange);
  const possible = { low: times(range.low), high: times(range.high) };
  const difference = subtract(result.value, times(exact));
  const room =
    difference.numerator < 0n ? subtract(times(exact), possible.low) : subtract(possible.high, times(exact));
  const fits = meet(around(result.value, result.halfUnit), possible);
  return {
    identity: identity.id,
    label: identity.label,
    reading: 'by_definition',
    result,
    parts: [dividend, divisor].map((figure) => ({ figure, sign: 1 })),
    status: difference.numerator === 0n ? 'exact' : fits ? 'within_rounding' : 'broken',
    difference,
    tolerance: add(result.halfUnit, room),
  };
}

function firstPrinted(
  items: readonly ItemName[],
  figures: ReadonlyMap<ItemName, PublishedFigure>,
): PublishedFigure | undefined {
  return items.map((item) => figures.get(item)).find((figure) => figure !== undefined);
}
