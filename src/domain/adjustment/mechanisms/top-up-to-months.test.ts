import { describe, expect, it } from 'vitest';
import type { PoolRequest } from '#application/adjustment/request';
import { formatYuan } from '#kernel/fen';
import { adjustInvented, city, paidIn, requestOf } from '#tests/support/invented-request';

const fund = (openingBalance: string) => ({ openingBalance, interest: '0.00', otherIncome: '0.00' });

/** A city that spends 1200 a year, 100 a month, and takes in as much: its balance is its opening balance. */
const level = (id: string, openingBalance: string, more: Partial<PoolRequest> = {}): PoolRequest =>
  city(id, { revenue: '1200.00', expenditure: '1200.00', openingBalance, ...more });

describe('normal allocation tops up to months of spending', () => {
  it('JX-R5: the need is the target months of spending less the balance', () => {
    const result = adjustInvented(requestOf([level('east', '250.00')], { fund: fund('1000.00') }));
    expect(paidIn(result, 'normal')).toEqual({ east: '350.00' });
    expect(result.pools[0]).toMatchObject({ monthsBefore: '2.50', monthsAfter: '6.00' });
  });

  it.each([
    ['exactly at the target', '600.00', {}],
    ['a fen above it', '600.01', {}],
    ['a fen below it', '599.99', { east: '0.01' }],
  ])('JX-R5: a pool %s', (_, opening, expected) => {
    const result = adjustInvented(requestOf([level('east', opening)], { fund: fund('1000.00') }));
    expect(paidIn(result, 'normal')).toEqual(expected);
  });

  it('JX-R5: the aim is rounded half up to the fen', () => {
    // Six months of 100.01 are 50.005, up to 50.01
    const east = city('east', { revenue: '100.01', expenditure: '100.01' });
    expect(paidIn(adjustInvented(requestOf([east], { fund: fund('1000.00') })), 'normal')).toEqual({
      east: '50.01',
    });
  });

  it('YH-5: residents are topped up to their own months', () => {
    const request = requestOf([level('east', '250.00')], {
      fund: fund('1000.00'),
      scheme: 'resident',
      year: 2025,
    });
    expect(paidIn(adjustInvented(request), 'normal')).toEqual({ east: '50.00' });
  });

  it('parts of a month may be given for a run', () => {
    const request = requestOf([level('east', '550.00')], {
      fund: fund('1000.00'),
      values: { target_months: '5.75' },
    });
    expect(paidIn(adjustInvented(request), 'normal')).toEqual({ east: '25.00' });
  });

  it('R-2: a pool without expenditure has no months and no need', () => {
    const result = adjustInvented(requestOf([city('east')], { fund: fund('1000.00') }));
    expect(result.allocations).toEqual([]);
    expect(result.pools[0]).toMatchObject({ monthsBefore: null, monthsAfter: null });
  });

  it('JX-R6: needs above what the fund has are scaled in proportion, the last fen by remainder', () => {
    // Needs 600 : 300 : 100, the fund has 100: 60, 30 and 10 exactly; with 100.01: 60.006, 30.003, 10.001
    const pools = [level('east', '0.00'), level('west', '300.00'), level('north', '500.00')];
    expect(paidIn(adjustInvented(requestOf(pools, { fund: fund('100.00') })), 'normal')).toEqual({
      east: '60.00',
      west: '30.00',
      north: '10.00',
    });
    expect(paidIn(adjustInvented(requestOf(pools, { fund: fund('100.01') })), 'normal')).toEqual({
      east: '60.01',
      west: '30.00',
      north: '10.00',
    });
  });

  it('JX-R6: a fund with just enough pays in full and names no assumption in the amount', () => {
    const pools = [level('east', '0.00'), level('west', '300.00')];
    const full = adjustInvented(requestOf(pools, { fund: fund('900.00') }));
    const scaled = adjustInvented(requestOf(pools, { fund: fund('899.99') }));
    const [enough, short] = [full, scaled].map((result) =>
      result.nodes.find((node) => node.id === 'normal/east'),
    );
    expect(enough).toMatchObject({ value: { amount: '600.00' }, assumptions: [] });
    expect(short).toMatchObject({ value: { amount: '599.99' }, assumptions: ['shortage_rule'] });
  });

  it('JX-R6: an empty fund pays nothing and owes nothing', () => {
    const result = adjustInvented(requestOf([level('east', '0.00')]));
    expect(result.allocations).toEqual([]);
    expect(formatYuan(result.fund.closingBalance.fen)).toBe('0.00');
  });
});
