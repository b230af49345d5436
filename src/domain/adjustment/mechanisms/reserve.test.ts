import { describe, expect, it } from 'vitest';
import type { AdjustmentRequest } from '#application/adjustment/request';
import { formatYuan } from '#kernel/fen';
import type { AdjustmentResult } from '#domain/adjustment/result';
import { replaceOnce } from '#tests/support/invented-pack';
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

/** Levies 5% of 2001.80 = 100.09 and set aside 10.009, down to 10.00. */
const pools = [area('east', { revenue: '2001.80', insured: 1 }), area('west', { insured: 1 })];
const fund = { openingBalance: '30.00', interest: '2.00', otherIncome: '3.00' };

type Releases = NonNullable<AdjustmentRequest['reserveReleases']>;
const release = (pool: string, amount: string, cause: Releases[number]['cause'] = 'epidemic') => ({
  pool,
  amount,
  cause,
});

const yearOf = (...reserveReleases: Releases): AdjustmentRequest =>
  requestOf(pools, { fund, reserveReleases });

const fundOfYear = ({ fund: { reserve, closingBalance } }: AdjustmentResult): readonly string[] => [
  formatYuan(reserve.fen),
  formatYuan(closingBalance.fen),
];

describe('the risk reserve', () => {
  it('SC-2.2-d, SC-R2: a share of the levies is set aside, rounded down, with all other income, for good', () => {
    const result = adjustBy(PIPELINE, yearOf());
    expect(amountIn(result, 'reserve-of-levies')).toBe('10.00');
    // 30 + 10 + 2 + 3
    expect(fundOfYear(result)).toEqual(['45.00', '45.00']);
    expect(amountIn(result, 'distribution-pot')).toBe('90.09');
    expect(paidIn(result, 'reserve_release')).toEqual({});
  });

  it('SC-R2: the share may be replaced for a run', () => {
    const request = { ...yearOf(), values: { reserve_share: '0%' } };
    const result = adjustBy(PIPELINE, request);
    expect(fundOfYear(result)).toEqual(['35.00', '35.00']);
    expect(amountIn(result, 'distribution-pot')).toBe('100.09');
  });

  it('SC-2.2-d, SC-R2: without a decision nothing of it is paid, however great the need', () => {
    const request = requestOf([area('east', { expenditure: '9999.00' })], { fund: fundOf('500.00') });
    expect(fundOfYear(adjustBy(PIPELINE, request))).toEqual(['500.00', '500.00']);
  });

  it('SC-2.2-d, SC-R2: a release is paid to its pool and leaves the reserve, not the distribution', () => {
    const result = adjustBy(PIPELINE, yearOf(release('west', '40.00', 'disaster')));
    expect(paidIn(result, 'reserve_release')).toEqual({ west: '40.00' });
    expect(fundOfYear(result)).toEqual(['5.00', '5.00']);
    expect(amountIn(result, 'distribution-pot')).toBe('90.09');
    expect(result.allocations[0]).toMatchObject({ stage: 'reserve_release', cite: ['YH-6'] });
  });

  it('SC-R2: several releases to a pool are one row', () => {
    const result = adjustBy(
      PIPELINE,
      yearOf(release('west', '1.00'), release('east', '2.00'), release('west', '4.00')),
    );
    expect(paidIn(result, 'reserve_release')).toEqual({ east: '2.00', west: '5.00' });
  });

  it('SC-R2: all of it may be released, this year’s part included', () => {
    expect(fundOfYear(adjustBy(PIPELINE, yearOf(release('west', '45.00'))))).toEqual(['0.00', '0.00']);
  });

  it.each([
    ['one release', [release('west', '45.01')]],
    ['several together', [release('west', '45.00'), release('east', '0.01')]],
  ])('SC-R2: %s above the accumulated reserve is an error', (_, releases) => {
    expect(toldOf(tryPipeline(PIPELINE, yearOf(...releases)))).toEqual([
      'release_above_reserve reserveReleases [YH-6]',
    ]);
  });

  it('SC-2.2-d: a cause that the rule does not name is an error where it stands', () => {
    expect(
      toldOf(tryPipeline(PIPELINE, yearOf(release('west', '1.00'), release('east', '1.00', 'sudden')))),
    ).toEqual(['release_cause reserveReleases[1].cause [YH-6]']);
    const named = replaceOnce('[epidemic, disaster]', '[sudden]');
    expect(toldOf(tryPipeline(PIPELINE, yearOf(release('east', '1.00', 'sudden')), named))).toEqual([]);
  });

  it('a rule without reserve takes no notice of releases and has a reserve of 0.00', () => {
    const request = requestOf(pools, { fund, reserveReleases: [release('west', '1.00')] });
    const result = adjustBy('gap_sharing_with_cap', request);
    expect(fundOfYear(result)).toEqual(['0.00', '35.00']);
  });

  it('SC-R2: the calculation is shown with what it is made of', () => {
    expect(nodeIn(adjustBy(PIPELINE, yearOf()), 'reserve-accumulated')).toMatchObject({
      formula: { en: '30.00 + 10.00 + 2.00 + 3.00 = 45.00' },
      cite: ['YH-6'],
      readings: ['YH-R1'],
      inputs: [
        'given/fund/openingBalance',
        'reserve-of-levies',
        'given/fund/interest',
        'given/fund/otherIncome',
      ],
    });
  });
});
