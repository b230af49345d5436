import { describe, expect, it } from 'vitest';
import type { AdjustmentRequest, PoolRequest } from '#application/adjustment/request';
import { replaceOnce } from '#tests/support/invented-pack';
import { adjustBy, area, balancesIn, borneIn, fundOf, nodeIn } from '#tests/support/invented-pipelines';
import { requestOf } from '#tests/support/invented-request';

/** What remains of a gap of 100, of which the fund bears 40: 60. */
const short = { revenue: '900.00', expenditure: '1000.00', priorLevy: '9999.00' } as const;
/** No gap of the year; the levy is 5% of 1000 = 50. */
const levied = { priorCollections: '1000.00', revenue: '1000.00', expenditure: '1000.00' } as const;

const year = (given: Partial<PoolRequest>): AdjustmentRequest =>
  requestOf([area('east', given)], { fund: fundOf('40.00') });

describe.each(['gap_sharing_with_cap', 'gap_sharing_with_pause'] as const)(
  '%s leaves the rest to others',
  (rule) => {
    const borne = (given: Partial<PoolRequest>): readonly string[] =>
      borneIn(adjustBy(rule, year(given))).map((row) => row.replace('east ', ''));

    it('R-6, SD-3.4-d: own balance, then bonds, then subsidy, each up to what it has', () => {
      const sources = { openingBalance: '25.00', bondsRealised: '20.00', sameLevelSubsidy: '99.00' };
      expect(borne({ ...short, ...sources })).toEqual(['own_balance 25.00', 'bonds 20.00', 'subsidy 15.00']);
      expect(borne({ ...short, ...sources, openingBalance: '60.00' })).toEqual(['own_balance 60.00']);
    });

    it('R-6: what no source covers is uncovered, and is what the balance is below zero by', () => {
      const given = { ...short, openingBalance: '25.00', bondsRealised: '20.00', sameLevelSubsidy: '10.00' };
      const result = adjustBy(rule, year(given));
      expect(borneIn(result)).toEqual([
        'east own_balance 25.00',
        'east bonds 20.00',
        'east subsidy 10.00',
        'east uncovered 5.00',
      ]);
      // 25 + 900 − 1000 + 40 + 20 + 10
      expect(balancesIn(result)).toEqual({ east: '-5.00' });
    });

    it('R-6: bonds and subsidy count only as far as they are stated', () => {
      expect(borne({ ...short, openingBalance: '25.00' })).toEqual(['own_balance 25.00', 'uncovered 35.00']);
    });

    it('R-6: a debt at the start of the year is no source, and no gap of this year', () => {
      expect(borne({ ...short, openingBalance: '-25.00' })).toEqual(['uncovered 60.00']);
    });

    it('R-6: the order is the one that the pack gives', () => {
      const change = replaceOnce('[own_balance, bonds, subsidy]', '[subsidy, own_balance]');
      const given = { ...short, openingBalance: '99.00', bondsRealised: '99.00', sameLevelSubsidy: '10.00' };
      expect(borneIn(adjustBy(rule, year(given), change))).toEqual([
        'east subsidy 10.00',
        'east own_balance 50.00',
      ]);
    });

    it('SD-3.4-c, SD-R4, AH-R4: a gap of a refused cause is the pool’s own, whole', () => {
      expect(borne({ ...short, gapCause: 'other', openingBalance: '500.00' })).toEqual([
        'own_balance 100.00',
      ]);
    });

    it('SD-R4, AH-R4: a surplus has no burden', () => {
      expect(borne({ revenue: '1000.00', bondsRealised: '5.00', sameLevelSubsidy: '5.00' })).toEqual([]);
    });
  },
);

describe('the levy comes first out of the opening balance', () => {
  const borne = (given: Partial<PoolRequest>): readonly string[] =>
    borneIn(adjustBy('gap_sharing_with_cap', year(given)));

  it('SD-R4: a pool with a gap pays its levy from the opening balance, and the gap from what is left', () => {
    // Levy 5% of 200 = 10: 15 of 25 are left
    expect(borne({ ...short, priorCollections: '200.00', openingBalance: '25.00' })).toEqual([
      'east own_balance 15.00',
      'east uncovered 45.00',
    ]);
  });

  it('SD-R4: the levy is met from the surplus of the year, then from the opening balance', () => {
    expect(borne({ ...levied, revenue: '1050.00' })).toEqual([]);
    expect(borne({ ...levied, revenue: '1030.00', openingBalance: '20.00' })).toEqual([]);
    expect(borne({ ...levied, revenue: '1030.00', openingBalance: '19.99' })).toEqual([
      'east uncovered 0.01',
    ]);
  });

  it('SD-R4: a levy that neither can meet is uncovered; a debt does not add to it', () => {
    expect(borne({ ...levied, openingBalance: '15.00' })).toEqual(['east uncovered 35.00']);
    expect(borne({ ...levied, openingBalance: '-15.00' })).toEqual(['east uncovered 50.00']);
  });

  it('SD-R4: what is uncovered of the gap and of the levy is one burden', () => {
    // Levy 10, 5 of it from the balance; the gap of 100 leaves 60 − 0
    const result = adjustBy(
      'gap_sharing_with_cap',
      year({ ...short, priorCollections: '200.00', openingBalance: '5.00' }),
    );
    expect(borneIn(result)).toEqual(['east uncovered 65.00']);
    expect(nodeIn(result, 'residual/uncovered/east')).toMatchObject({
      inputs: ['residual-after/subsidy/east', 'levy-unmet/east'],
      cite: ['YH-5'],
    });
    // 5 + 900 − 1000 − 10 + 40
    expect(balancesIn(result)).toEqual({ east: '-65.00' });
  });
});

describe('what a distribution leaves of a gap', () => {
  // Levy 50, gap after it 100, distributed 45: 55 are short.
  const gap = { revenue: '1000.00', expenditure: '1050.00' } as const;
  const borne = (given: Partial<PoolRequest>, changes: Partial<AdjustmentRequest> = {}): readonly string[] =>
    borneIn(
      adjustBy('distribution_with_reserve', requestOf([area('east', { ...gap, ...given })], changes)),
    ).map((row) => row.replace('east ', ''));

  it('SC-2.2-f, SC-2.2-g, SC-R4: the old balance, the rest of the opening balance, then the treasury', () => {
    expect(borne({ openingBalance: '50.00', legacyBalance: '30.00' })).toEqual([
      'legacy_balance 30.00',
      'own_balance 20.00',
      'local_treasury 5.00',
    ]);
    expect(borne({ openingBalance: '80.00', legacyBalance: '80.00' })).toEqual(['legacy_balance 55.00']);
    expect(borne({ openingBalance: '80.00' })).toEqual(['own_balance 55.00']);
  });

  it('SC-R4: the treasury meets all that is left: nothing is uncovered', () => {
    expect(borne({ openingBalance: '-70.00' })).toEqual(['local_treasury 55.00']);
  });

  it('SC-R4: a release is taken off before others bear anything', () => {
    const changes = (amount: string): Partial<AdjustmentRequest> => ({
      fund: fundOf('90.00'),
      reserveReleases: [{ pool: 'east', amount, cause: 'epidemic' }],
    });
    const old = { openingBalance: '50.00', legacyBalance: '30.00' };
    expect(borne(old, changes('10.00'))).toEqual(['legacy_balance 30.00', 'own_balance 15.00']);
    expect(borne(old, changes('55.00'))).toEqual([]);
    expect(borne(old, changes('90.00'))).toEqual([]);
  });
});

it('R-6: pools whose ids look like the name of a source are kept apart', () => {
  const pools = ['east', 'own_balance/east', 'uncovered/east'].map((id) => area(id, short));
  expect(borneIn(adjustBy('gap_sharing_with_cap', requestOf(pools, { fund: fundOf('120.00') })))).toEqual(
    pools.map(({ id }) => `${id} uncovered 60.00`),
  );
});
