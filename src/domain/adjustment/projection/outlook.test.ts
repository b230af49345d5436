import { describe, expect, it } from 'vitest';
import type { PoolRequest } from '#application/adjustment/request';
import {
  firstFundDeficit,
  firstYears,
  isBelowFloor,
  lowestMonths,
  uncoveredOf,
} from '#domain/adjustment/projection/outlook';
import { projectYears } from '#domain/adjustment/projection/project-years';
import type { AdjustmentResult } from '#domain/adjustment/result';
import { rational } from '#kernel/rational';
import { area, fundOf, planOf } from '#tests/support/invented-pipelines';
import { growthBy } from '#tests/support/growth';
import { factsOf } from '#tests/support/invented-request';

/** Gap sharing without a score that shares anything: no levy, and the fund has nothing to share. */
function runOf(pools: readonly PoolRequest[], count: number): readonly AdjustmentResult[] {
  const request = { year: 2024, scheme: 'employee', fund: fundOf('0.00'), pools } as const;
  const run = projectYears(planOf('gap_sharing_with_cap'), factsOf(request), growthBy(), count);
  if (!run.allowed) throw new Error(JSON.stringify(run.refusals));
  return run.value;
}

/** Spends 120 and takes in 100 a year: 20 less each year. */
const draining = (openingBalance: string): PoolRequest =>
  area('draining', { openingBalance, revenue: '100.00', expenditure: '120.00' });
const steady = area('steady', { openingBalance: '60.00', revenue: '120.00', expenditure: '120.00' });

describe('the outlook', () => {
  it('names the first year in which a pool is uncovered, and in which it is below the floor', () => {
    // 50 → 30 → 10 → −10: three months, one month; the third gap of 20 finds 10.
    const run = runOf([draining('50.00'), steady], 4);
    expect(firstYears(run, rational(3n))).toEqual([
      { pool: 'draining', uncovered: 2026, belowFloor: 2025 },
      { pool: 'steady', uncovered: undefined, belowFloor: undefined },
    ]);
    expect(run.map((result) => uncoveredOf(result))).toEqual([0n, 0n, 1000n, 2000n]);
    expect(uncoveredOf(run[3] ?? (undefined as never), 'steady')).toBe(0n);
  });

  it('R-2: compares the exact months with the floor', () => {
    // 29.99 of 120.00 a year is 2.999 months, which is shown as 3.00.
    const [result] = runOf([draining('49.99')], 1);
    const [outcome] = result?.pools ?? [];
    if (result === undefined || outcome === undefined) throw new Error('one year of one pool');
    expect(outcome.monthsAfter).toBe('3.00');
    expect(isBelowFloor(result, outcome, rational(3n))).toBe(true);
    expect(isBelowFloor(result, outcome, undefined)).toBe(false);
  });

  it('finds the pool with the fewest months; one without expenditure has none', () => {
    const idle = area('idle', { openingBalance: '0.00' });
    const [both] = runOf([idle, steady, draining('50.00')], 1);
    const [alone] = runOf([idle], 1);
    expect(both && lowestMonths(both)).toEqual({ pool: 'draining', months: '3.00' });
    expect(alone && lowestMonths(alone)).toBeNull();
  });

  it('names the first year that the fund of full pooling closes below zero', () => {
    const pools = [area('a', { revenue: '100.00', expenditure: '120.00' })];
    const request = { year: 2024, scheme: 'employee', fund: fundOf('15.00'), pools } as const;
    // Class 1: the city bears 10 of the 20 a year, the county the rest: 5, then −5.
    const run = projectYears(planOf('full_pooling'), factsOf(request), growthBy(), 3);
    expect(run.allowed && firstFundDeficit(run.value)).toBe(2025);
    expect(run.allowed && firstFundDeficit(run.value.slice(0, 1))).toBeUndefined();
  });
});
