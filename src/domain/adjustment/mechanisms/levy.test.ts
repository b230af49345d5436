import { describe, expect, it } from 'vitest';
import { formatYuan } from '#kernel/fen';
import { formatRate } from '#kernel/rate';
import { replaceOnce, type FileOverrides } from '#tests/support/invented-pack';
import { adjustInvented, city, requestOf } from '#tests/support/invented-request';

function leviesOf(
  request: Parameters<typeof adjustInvented>[0],
  overrides?: FileOverrides,
): readonly string[] {
  return adjustInvented(request, overrides).levies.map(
    ({ pool, base, rate, amount }) =>
      `${pool}: ${formatYuan(base.fen)} × ${formatRate(rate)} = ${formatYuan(amount.fen)}`,
  );
}

/** Enough of a balance that no levy makes a deficit. */
const rich = { openingBalance: '1000000.00', collections: '100.10', revenue: '300.30' };

describe('levy', () => {
  it('R-3: each pool owes a rate of its base, rounded once, half up', () => {
    // 5% of 100.10 = 5.005, up to 5.01; of 100.09 = 5.0045, down to 5.00; of 0.10 = 0.005, up to 0.01
    const pools = [
      city('east', rich),
      city('west', { ...rich, collections: '100.09' }),
      city('north', { ...rich, collections: '0.10' }),
    ];
    expect(leviesOf(requestOf(pools))).toEqual([
      'east: 100.10 × 5% = 5.01',
      'west: 100.09 × 5% = 5.00',
      'north: 0.10 × 5% = 0.01',
    ]);
  });

  it('YH-2: the rate is that of the insurance type and the year', () => {
    const pools = [city('east', rich)];
    expect(leviesOf(requestOf(pools, { year: 2025 }))).toEqual(['east: 100.10 × 6% = 6.01']);
    expect(leviesOf(requestOf(pools, { year: 2025, scheme: 'resident' }))).toEqual([
      'east: 100.10 × 12% = 12.01',
    ]);
  });

  it('a rate given for this run replaces it', () => {
    expect(leviesOf(requestOf([city('east', rich)], { values: { levy_rate: '0%' } }))).toEqual([
      'east: 100.10 × 0% = 0.00',
    ]);
  });

  it('R-1: the base is the one that the pack names', () => {
    const overrides = { 'adjustment.yaml': replaceOnce('base: collections', 'base: revenue') };
    // 5% of 300.30 = 15.015, up to 15.02
    expect(leviesOf(requestOf([city('east', rich)]), overrides)).toEqual(['east: 300.30 × 5% = 15.02']);
  });

  it('JX-R1: it is inflow and leaves the balance whether it is paid or not', () => {
    const conditions = {
      levyPaid: false,
      breachesCorrected: true,
      budgetMet: true,
      enrolmentMet: true,
      subsidyPaid: true,
    };
    const result = adjustInvented(requestOf([city('east', { ...rich, conditions })]));
    expect(formatYuan(result.fund.inflow.fen)).toBe('5.01');
    // 1,000,000 + 300.30 − 5.01
    expect(result.pools.map((pool) => formatYuan(pool.balanceAfter.fen))).toEqual(['1000295.29']);
  });

  it('the calculation is shown with its clauses, readings and inputs', () => {
    const node = adjustInvented(requestOf([city('east', rich)])).nodes.find(({ id }) => id === 'levy/east');
    expect(node).toMatchObject({
      value: { kind: 'fen', amount: '5.01' },
      formula: { en: '100.10 × 5% = 5.01' },
      cite: ['YH-2'],
      readings: ['R-1', 'R-3'],
      inputs: ['given/collections/east', 'value/levy_rate'],
    });
  });
});
