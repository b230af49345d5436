import { describe, expect, it } from 'vitest';
import type { PoolRequest } from '#application/adjustment/request';
import { formatYuan } from '#kernel/fen';
import {
  adjustBy,
  amountIn,
  area,
  fundOf,
  nodeIn,
  toldOf,
  tryPipeline,
} from '#tests/support/invented-pipelines';
import { paidIn, requestOf } from '#tests/support/invented-request';

const PIPELINE = 'distribution_with_reserve';

/** Takes in 1000 and remits 50: the gap after the levy is the expenditure − 950. */
const pool = (id: string, expenditure: string, given: Partial<PoolRequest> = {}): PoolRequest =>
  area(id, { revenue: '1000.00', expenditure, ...given });

const distributed = (...pools: readonly PoolRequest[]): Readonly<Record<string, string>> =>
  paidIn(adjustBy(PIPELINE, requestOf(pools)), 'distribution');

describe('all that is not reserved is distributed', () => {
  // Two pools remit 50 each, 10 are set aside: 90 are for distribution.
  it('SC-2.2-e, SC-R3: gaps that are just the pot are met whole, and nothing is left', () => {
    expect(distributed(pool('east', '1010.00'), pool('west', '980.00'))).toEqual({
      east: '60.00',
      west: '30.00',
    });
  });

  it('SC-R3: gaps above the pot are met in proportion', () => {
    // Gaps 120 and 60
    expect(distributed(pool('east', '1070.00'), pool('west', '1010.00'))).toEqual({
      east: '60.00',
      west: '30.00',
    });
  });

  it('R-3: the last fen of a proportion goes to the largest remainder', () => {
    // Gaps 100, 100 and 30, pot 90: 39.130…, 39.130… and 11.739…: floors 39.13, 39.13, 11.73, the last fen to north.
    const north = area('north', { expenditure: '30.00' });
    expect(distributed(pool('east', '1050.00'), pool('west', '1050.00'), north)).toEqual({
      east: '39.13',
      west: '39.13',
      north: '11.74',
    });
  });

  it('SC-R3: no pool gets more than its gap by gap; what remains goes by insured persons', () => {
    // East's gap is 10, west has none; 80 are left, 3 : 1
    const [east, west] = [pool('east', '960.00', { insured: 3 }), pool('west', '900.00', { insured: 1 })];
    expect(distributed(east, west)).toEqual({ east: '70.00', west: '20.00' });
  });

  it('R-3: what remains is split to the fen', () => {
    // 90 by 2 : 1 : 4 is 25.714…, 12.857… and 51.428…: floors 25.71, 12.85 and 51.42 leave two fen,
    // for the remainders .0057 (west) and .0086 (north) of a yuan
    expect(
      distributed(
        pool('east', '0.00', { insured: 2 }),
        pool('west', '0.00', { insured: 1 }),
        area('north', { insured: 4 }),
      ),
    ).toEqual({ east: '25.71', west: '12.86', north: '51.43' });
  });

  it('SC-R3: a pool without gap and without insured gets nothing', () => {
    expect(distributed(pool('east', '0.00', { insured: 1 }), pool('west', '0.00'))).toEqual({
      east: '90.00',
    });
  });

  it('SC-2.2-e: neither the opening balance nor other income is distributed', () => {
    const fund = { openingBalance: '500.00', interest: '7.00', otherIncome: '8.00' };
    const result = adjustBy(
      PIPELINE,
      requestOf([pool('east', '2000.00'), pool('west', '2000.00')], { fund }),
    );
    expect(paidIn(result, 'distribution')).toEqual({ east: '45.00', west: '45.00' });
    expect(formatYuan(result.fund.closingBalance.fen)).toBe('525.00');
  });

  it('SC-R3: a release of the reserve does not lower the gap by which is distributed', () => {
    const request = requestOf([pool('east', '1010.00'), pool('west', '980.00')], {
      fund: fundOf('20.00'),
      reserveReleases: [{ pool: 'east', amount: '20.00', cause: 'epidemic' }],
    });
    expect(paidIn(adjustBy(PIPELINE, request), 'distribution')).toEqual({ east: '60.00', west: '30.00' });
  });

  it('SC-R3: money left with nobody insured is an error; with nothing left it is none', () => {
    expect(toldOf(tryPipeline(PIPELINE, requestOf([pool('east', '960.00')])))).toEqual([
      'nobody_insured pools [YH-7]',
    ]);
    // Gap and pot are 45 each
    expect(distributed(pool('east', '995.00'))).toEqual({ east: '45.00' });
    expect(distributed(area('east'))).toEqual({});
  });

  it('SC-R3: both steps are shown in one calculation', () => {
    const pools = [pool('east', '960.00', { insured: 3 }), pool('west', '900.00', { insured: 1 })];
    const result = adjustBy(PIPELINE, requestOf(pools));
    expect(amountIn(result, 'gap/west')).toBe('0.00');
    expect(nodeIn(result, 'distribution/east')).toMatchObject({
      formula: {
        en: 'by gap 10.00 / 10.00 → 10.00; the rest by insured 80.00 × 3 ÷ 4 → 60.00; together 70.00',
      },
      cite: ['YH-7'],
      readings: ['R-3'],
      inputs: ['gap/east', 'distribution-pot'],
    });
  });
});
