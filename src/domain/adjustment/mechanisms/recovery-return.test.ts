import { describe, expect, it } from 'vitest';
import { formatYuan } from '#kernel/fen';
import { adjustInvented, ALL_MET, city, paidIn, requestOf } from '#tests/support/invented-request';

const cities = [city('east'), city('west'), city('north')];
const recovery = (placeOfCare: string, placeOfInsurance: string, amount: string) => ({
  placeOfCare,
  placeOfInsurance,
  amount,
});

function returned(recoveries: readonly ReturnType<typeof recovery>[], pools = cities): object {
  const result = adjustInvented(requestOf(pools, { recoveries }));
  return { ...paidIn(result, 'recovery_return'), fund: formatYuan(result.fund.closingBalance.fen) };
}

describe('return of recovered money', () => {
  it('JX-R3: a share goes to the place of care, a share to the place of insurance, the rest stays', () => {
    expect(returned([recovery('east', 'west', '100.00')])).toEqual({
      east: '30.00',
      west: '50.00',
      fund: '20.00',
    });
  });

  it('JX-R3: a pool that is both has one row with both shares', () => {
    expect(returned([recovery('east', 'east', '100.00')])).toEqual({ east: '80.00', fund: '20.00' });
  });

  it('JX-R3: a share is reckoned of all sums of a pool together and rounded once', () => {
    // West: 50% of 0.03 together is 0.015, up to 0.02; three times 50% of 0.01 would be 0.03. East: 30% is 0.009, up to 0.01.
    const three = Array.from({ length: 3 }, () => recovery('east', 'west', '0.01'));
    expect(returned(three)).toEqual({ east: '0.01', west: '0.02', fund: '0.00' });
  });

  it('R-3: rounding never returns more than was recovered; the sum is then split in proportion', () => {
    // East: 30% of 0.02 is 0.006, up to 0.01; west and north: 50% of 0.01 is 0.005, up to 0.01; 0.03 owed of 0.02.
    const tiny = [recovery('east', 'west', '0.01'), recovery('east', 'north', '0.01')];
    expect(returned(tiny)).toEqual({ east: '0.01', north: '0.01', fund: '0.00' });
  });

  it('JX-R3: the two shares of one pool are rounded apart', () => {
    // 30% of 0.05 = 0.015, up to 0.02; 50% of 0.03 = 0.015, up to 0.02; 0.03 if rounded together
    const both = [recovery('east', 'west', '0.05'), recovery('north', 'east', '0.03')];
    expect(returned(both)).toEqual({ east: '0.04', west: '0.03', north: '0.01', fund: '0.00' });
  });

  it('JX-R4: what a gated pool would get stays in the fund', () => {
    const gated = [city('east', { conditions: { ...ALL_MET, levyPaid: false } }), city('west')];
    expect(returned([recovery('east', 'west', '100.00')], gated)).toEqual({ west: '50.00', fund: '50.00' });
  });

  it('JX-R6: recoveries are inflow gross and returns are outflow', () => {
    const { fund } = adjustInvented(requestOf(cities, { recoveries: [recovery('east', 'west', '100.00')] }));
    expect([fund.inflow, fund.outflow].map((figure) => formatYuan(figure.fen))).toEqual(['100.00', '80.00']);
  });

  it('JX-R2: a return does not lower the need of normal allocation', () => {
    const east = city('east', { revenue: '1200.00', expenditure: '1200.00', openingBalance: '100.00' });
    const request = requestOf([east, city('west')], {
      recoveries: [recovery('east', 'west', '1000.00')],
      fund: { openingBalance: '1000.00', interest: '0.00', otherIncome: '0.00' },
    });
    const result = adjustInvented(request);
    expect(paidIn(result, 'normal')).toEqual({ east: '500.00' });
    expect(result.pools.map((pool) => formatYuan(pool.balanceAfter.fen))).toEqual(['900.00', '500.00']);
  });

  it('nothing recovered, nothing returned', () => {
    expect(returned([])).toEqual({ fund: '0.00' });
  });
});
