import { describe, expect, it } from 'vitest';
import type { PoolRequest } from '#application/adjustment/request';
import { formatYuan } from '#kernel/fen';
import { adjustInvented, ALL_MET, city, paidIn, requestOf } from '#tests/support/invented-request';

/** A city that owes 5% of what it collects and needs nothing. */
const pays = (id: string, collections: string, more: Partial<PoolRequest> = {}): PoolRequest =>
  city(id, { collections, revenue: collections, ...more });
const none = { openingBalance: '0.00', interest: '0.00', otherIncome: '0.00' };

const incentive = (...input: Parameters<typeof requestOf>): object =>
  paidIn(adjustInvented(requestOf(...input)), 'incentive');

describe('incentive out of what the year leaves', () => {
  it('JX-R7: a share of the inflow left is split by the levy', () => {
    // Levies 50 and 150; 40% of 200 is 80, as 1 : 3
    expect(incentive([pays('east', '1000.00'), pays('west', '3000.00')])).toEqual({
      east: '20.00',
      west: '60.00',
    });
  });

  it('JX-R7: the pot is rounded down to the fen', () => {
    // 5% of 1.00 is 0.05 and 40% of 0.09 (0.05 + 0.04 interest) is 0.036
    expect(incentive([pays('east', '1.00')], { fund: { ...none, interest: '0.04' } })).toEqual({
      east: '0.03',
    });
  });

  it('R-3: the last fen go to the largest remainders, ties by id', () => {
    // Three levies of 0.05 make 0.15; 40% is 0.06, 2 fen each; with 0.02 interest 0.068 down to 0.06; with 0.03 0.072, 7 fen
    const three = [pays('west', '1.00'), pays('east', '1.00'), pays('north', '1.00')];
    expect(incentive(three)).toEqual({ west: '0.02', east: '0.02', north: '0.02' });
    expect(incentive(three, { fund: { ...none, interest: '0.03' } })).toEqual({
      west: '0.02',
      east: '0.03',
      north: '0.02',
    });
  });

  it('JX-R7: interest and other income count, the opening balance does not', () => {
    const east = [pays('east', '1000.00')];
    expect(incentive(east, { fund: { ...none, openingBalance: '9999.00' } })).toEqual({ east: '20.00' });
    expect(incentive(east, { fund: { ...none, interest: '10.00', otherIncome: '40.00' } })).toEqual({
      east: '40.00',
    });
  });

  it('JX-R7: pools that drew normal or emergency money take no part', () => {
    const pools = [
      pays('east', '1000.00', { expenditure: '1200.00', revenue: '1260.00' }),
      pays('west', '1000.00', { emergency: '4.00' }),
      pays('north', '8000.00'),
    ];
    // Levies 50 + 50 + 400 = 500. East has 1260 − 1200 − 50 = 10 and needs 590 of six months: all 500 go there.
    expect(incentive(pools)).toEqual({});
    // Four months leave 500 − 390 − 4 = 106; 40% is 42.40, all to north.
    expect(incentive(pools, { values: { target_months: '4' } })).toEqual({ north: '42.40' });
  });

  it('JX-R7: a return shuts nobody out', () => {
    const recoveries = [{ placeOfCare: 'east', placeOfInsurance: 'east', amount: '100.00' }];
    // 50 + 100 − 80 = 70 left; 40% is 28
    expect(incentive([pays('east', '1000.00')], { recoveries })).toEqual({ east: '28.00' });
  });

  it('JX-R7: with no pool left nothing is paid and the money stays', () => {
    const gated = pays('east', '1000.00', { conditions: { ...ALL_MET, levyPaid: false } });
    const result = adjustInvented(requestOf([gated]));
    expect(result.allocations).toEqual([]);
    expect(formatYuan(result.fund.closingBalance.fen)).toBe('50.00');
  });

  it('JX-R7: pools that owe no levy have no weight', () => {
    expect(incentive([city('east')], { fund: { ...none, interest: '100.00' } })).toEqual({});
    expect(incentive([city('east'), pays('west', '1000.00')])).toEqual({ west: '20.00' });
  });

  it('JX-R7: needs met out of the opening balance leave no inflow to share', () => {
    const pools = [city('east', { revenue: '1200.00', expenditure: '1200.00' }), pays('west', '1000.00')];
    const result = adjustInvented(requestOf(pools, { fund: { ...none, openingBalance: '1000.00' } }));
    expect(paidIn(result, 'normal')).toEqual({ east: '600.00' });
    expect(paidIn(result, 'incentive')).toEqual({});
    expect(formatYuan(result.fund.closingBalance.fen)).toBe('450.00');
  });
});
