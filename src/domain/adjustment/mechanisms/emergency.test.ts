import { describe, expect, it } from 'vitest';
import type { PoolRequest } from '#application/adjustment/request';
import { replaceOnce } from '#tests/support/invented-pack';
import { adjustInvented, ALL_MET, city, paidIn, requestOf } from '#tests/support/invented-request';

const fund = (openingBalance: string) => ({ openingBalance, interest: '0.00', otherIncome: '0.00' });
const asks = (id: string, emergency: string, more: Partial<PoolRequest> = {}): PoolRequest =>
  city(id, { emergency, ...more });

describe('emergency allocation', () => {
  it('JX-R8: an application of an accepted cause is paid at actual need', () => {
    const pools = [asks('east', '70.01'), asks('west', '5.00', { emergencyCause: 'policy' })];
    const result = adjustInvented(requestOf(pools, { fund: fund('100.00') }));
    expect(paidIn(result, 'emergency')).toEqual({ east: '70.01', west: '5.00' });
    expect(result.refusals).toEqual([]);
  });

  it('JX-R8: another cause refuses that application and nothing else of the pool', () => {
    const pools = [
      asks('east', '70.00', { emergencyCause: 'other', collections: '100.00', revenue: '100.00' }),
    ];
    const result = adjustInvented(requestOf(pools));
    expect(result.refusals).toEqual([{ pool: 'east', condition: 'emergencyCause', cite: ['YH-6'] }]);
    // Levy 5.00; 40% of it comes back as incentive
    expect(result.allocations.map((row) => `${row.stage} ${row.amount.fen}`)).toEqual(['incentive 200']);
  });

  it('JX-R8: the cause of no application is not judged', () => {
    expect(adjustInvented(requestOf([asks('east', '0.00', { emergencyCause: 'other' })])).refusals).toEqual(
      [],
    );
  });

  it('YH-6: the causes are those that the pack names', () => {
    const overrides = {
      'adjustment.yaml': replaceOnce('causes: [public_health, policy]', 'causes: [public_health]'),
    };
    const pools = [asks('east', '1.00', { emergencyCause: 'policy' })];
    expect(adjustInvented(requestOf(pools, { fund: fund('100.00') }), overrides).refusals).toHaveLength(1);
  });

  it('JX-R4: a gated pool is paid nothing, whatever its cause', () => {
    const pools = [asks('east', '70.00', { conditions: { ...ALL_MET, subsidyPaid: false } })];
    const result = adjustInvented(requestOf(pools, { fund: fund('100.00') }));
    expect(result.allocations).toEqual([]);
    expect(result.refusals.map((row) => row.condition)).toEqual(['subsidyPaid']);
  });

  it('JX-R6: it is paid from what normal allocation leaves, in proportion when that is short', () => {
    // Normal needs 600 of 690: 90 are left for 60 + 120 = 180, so half of each
    const pools = [
      city('east', { revenue: '1200.00', expenditure: '1200.00' }),
      asks('west', '60.00'),
      asks('north', '120.00'),
    ];
    const result = adjustInvented(requestOf(pools, { fund: fund('690.00') }));
    expect(paidIn(result, 'normal')).toEqual({ east: '600.00' });
    expect(paidIn(result, 'emergency')).toEqual({ west: '30.00', north: '60.00' });
  });

  it('JX-R6: normal allocation that takes all leaves nothing for emergencies', () => {
    const pools = [city('east', { revenue: '1200.00', expenditure: '1200.00' }), asks('west', '60.00')];
    expect(paidIn(adjustInvented(requestOf(pools, { fund: fund('600.00') })), 'emergency')).toEqual({});
  });

  it('JX-R4: a refused application takes no part in the scaling', () => {
    const pools = [asks('east', '60.00'), asks('west', '9999.00', { emergencyCause: 'other' })];
    expect(paidIn(adjustInvented(requestOf(pools, { fund: fund('60.00') })), 'emergency')).toEqual({
      east: '60.00',
    });
  });
});
