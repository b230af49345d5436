import { monthsPayable, monthsText } from '#domain/adjustment/months';
import type { AdjustmentResult, PoolOutcome } from '#domain/adjustment/result';
import { present } from '#kernel/assert';
import { sumFen, ZERO_FEN, type Fen } from '#kernel/fen';
import type { InsuranceYear } from '#kernel/insurance-year';
import { compareRationals, type Rational } from '#kernel/rational';

/** The first year in which part of a pool's gap is uncovered, and the first in which the pool falls below the floor. */
export interface FirstYears {
  readonly pool: string;
  readonly uncovered: InsuranceYear | undefined;
  readonly belowFloor: InsuranceYear | undefined;
}

/** Finds the first years of each pool, in the input's order. Without a floor no pool is below it. */
export function firstYears(
  years: readonly AdjustmentResult[],
  floor: Rational | undefined,
): readonly FirstYears[] {
  const firstOf = (holds: (result: AdjustmentResult) => boolean): InsuranceYear | undefined =>
    years.find(holds)?.facts.year;
  return (years[0]?.pools ?? []).map(({ id }) => ({
    pool: id,
    uncovered: firstOf((result) => uncoveredOf(result, id) > ZERO_FEN),
    belowFloor: firstOf((result) => isBelowFloor(result, outcomeOf(result, id), floor)),
  }));
}

/** Finds the first year in which the fund closes below zero, possible only under full pooling. */
export function firstFundDeficit(years: readonly AdjustmentResult[]): InsuranceYear | undefined {
  return years.find(({ fund }) => fund.closingBalance.fen < ZERO_FEN)?.facts.year;
}

/** Sums what no source covers, of one pool, or of all where none is named. */
export function uncoveredOf({ burdens }: AdjustmentResult, pool?: string): Fen {
  const rows = burdens.filter((row) => row.bearer === 'uncovered' && (pool ?? row.pool) === row.pool);
  return sumFen(rows.map((row) => row.amount.fen));
}

/** Whether the exact, unrounded months lie below the floor; without expenditure there are none. */
export function isBelowFloor(
  result: AdjustmentResult,
  outcome: PoolOutcome,
  floor: Rational | undefined,
): boolean {
  const months = monthsOf(result, outcome);
  return floor !== undefined && months !== undefined && compareRationals(months, floor) < 0;
}

/** Finds the pool with the fewest months payable at the year's end; null where no pool has expenditure. */
export function lowestMonths(
  result: AdjustmentResult,
): { readonly pool: string; readonly months: string } | null {
  let lowest: { readonly outcome: PoolOutcome; readonly months: Rational } | undefined;
  for (const outcome of result.pools) {
    const months = monthsOf(result, outcome);
    if (months === undefined) continue;
    if (lowest === undefined || compareRationals(months, lowest.months) < 0) lowest = { outcome, months };
  }
  if (lowest === undefined) return null;
  const { id, balanceAfter } = lowest.outcome;
  const months = monthsText(balanceAfter.fen, expenditureOf(result, id));
  return { pool: id, months: present(months, `months of pool ${id}`) };
}

function monthsOf(result: AdjustmentResult, { id, balanceAfter }: PoolOutcome): Rational | undefined {
  return monthsPayable(balanceAfter.fen, expenditureOf(result, id));
}

function expenditureOf({ facts }: AdjustmentResult, id: string): Fen {
  const pool = facts.pools.find((candidate) => candidate.id === id);
  return present(pool?.amounts.expenditure, `expenditure of pool ${id}`);
}

function outcomeOf({ pools }: AdjustmentResult, id: string): PoolOutcome {
  return present(
    pools.find((pool) => pool.id === id),
    `the outcome of pool ${id}`,
  );
}
