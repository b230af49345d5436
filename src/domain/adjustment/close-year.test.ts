import { describe, expect, it } from 'vitest';
import type { PoolRequest } from '#application/adjustment/request';
import type { AdjustmentResult } from '#domain/adjustment/result';
import { formatYuan } from '#kernel/fen';
import { adjustBy, area, balancesIn, borneIn, fundOf, nodeIn } from '#tests/support/invented-pipelines';
import { requestOf } from '#tests/support/invented-request';

/** Levy 50; gap 1050 − 30 + 50 − 1000 = 70; pot 45; of the 25 left the old balance bears 20. */
const twice: Partial<PoolRequest> = {
  revenue: '1000.00',
  expenditure: '1050.00',
  openingBalance: '20.00',
  legacyBalance: '20.00',
  breachLoss: '30.00',
};

const distributed = (given: Partial<PoolRequest> = {}): AdjustmentResult =>
  adjustBy('distribution_with_reserve', requestOf([area('east', { ...twice, ...given })]));

const shared = (given: Partial<PoolRequest>): AdjustmentResult =>
  adjustBy('gap_sharing_with_cap', requestOf([area('east', given)], { fund: fundOf('40.00') }));

describe('one row for each pool and bearer', () => {
  it('burdens of different steps on one bearer are added up, with the clauses of both', () => {
    const result = distributed();
    expect(borneIn(result)).toEqual(['east local_treasury 35.00', 'east legacy_balance 20.00']);
    expect(result.burdens[0]).toMatchObject({ cite: ['YH-3', 'YH-5'] });
    expect(nodeIn(result, 'burden/local_treasury/east')).toMatchObject({
      value: { amount: '35.00' },
      formula: { en: '30.00 + 5.00 = 35.00' },
      label: { en: 'Made good by the local treasury' },
      cite: ['YH-3', 'YH-5'],
      inputs: ['breach_loss/east', 'residual/local_treasury/east'],
    });
  });

  it('every burden has a node of the same name, a single one too', () => {
    const result = distributed({ breachLoss: '0.00' });
    expect(result.burdens.map((row) => row.amount.node)).toEqual([
      'burden/legacy_balance/east',
      'burden/local_treasury/east',
    ]);
    // Gap 100, 45 distributed: 20 and 35
    expect(nodeIn(result, 'burden/local_treasury/east')).toMatchObject({
      formula: { en: '35.00 = 35.00' },
      inputs: ['residual/local_treasury/east'],
    });
  });

  it('burdens of different pools on one bearer stay apart', () => {
    const pools = [area('east', twice), area('west', { breachLoss: '1.00' })];
    const rows = borneIn(adjustBy('distribution_with_reserve', requestOf(pools)));
    // Gap 70 of east takes the pot of 45
    expect(rows).toEqual([
      'east local_treasury 35.00',
      'west local_treasury 1.00',
      'east legacy_balance 20.00',
    ]);
  });
});

describe('the balance after adjustment', () => {
  it('R-5: what the treasury puts in raises it, what comes of the own balance does not', () => {
    const result = distributed();
    // 20 + 1000 − 1050 = −30; − 50 + 45 + 35 = 0
    expect(balancesIn(result)).toEqual({ east: '0.00' });
    expect(nodeIn(result, 'balance-after/east')).toMatchObject({
      formula: { en: '-30.00 − 50.00 + 45.00 + 35.00 = 0.00' },
      readings: ['R-5'],
      inputs: [
        'balance-before/east',
        'levy/east',
        'received/east',
        'breach_loss/east',
        'residual/local_treasury/east',
      ],
    });
  });

  it('R-5: bonds and a subsidy raise it as far as they are used; what is uncovered adds nothing', () => {
    const short = {
      revenue: '900.00',
      expenditure: '1000.00',
      priorLevy: '9999.00',
      openingBalance: '10.00',
    };
    // The fund bears 40, own balance 10, bonds 30, subsidy 20 of 99: 10 + 900 − 1000 + 40 + 30 + 20
    expect(balancesIn(shared({ ...short, bondsRealised: '30.00', sameLevelSubsidy: '99.00' }))).toEqual({
      east: '0.00',
    });
    // 50 are uncovered: 10 + 900 − 1000 + 40
    expect(balancesIn(shared(short))).toEqual({ east: '-50.00' });
  });

  it('R-5, R-2: a levy lowers it, and the months with it', () => {
    const result = shared({
      priorCollections: '1000.00',
      revenue: '1200.00',
      expenditure: '1200.00',
      openingBalance: '300.00',
    });
    // 300 before, 3 months; 250 after the levy of 50, 2.5 months
    expect(result.pools[0]).toMatchObject({ monthsBefore: '3.00', monthsAfter: '2.50' });
    expect(balancesIn(result)).toEqual({ east: '250.00' });
  });
});

describe('the fund', () => {
  it('closes with opening and inflow less outflow, in every rule', () => {
    const pools = [area('east', { ...twice, priorCollections: '1000.00' })];
    const fund = { openingBalance: '1.00', interest: '2.00', otherIncome: '3.00' };
    const flows = (result: AdjustmentResult): readonly string[] =>
      [result.fund.inflow, result.fund.outflow, result.fund.closingBalance].map(({ fen }) => formatYuan(fen));
    // Levy 50 + 5; 45 distributed
    expect(flows(adjustBy('distribution_with_reserve', requestOf(pools, { fund })))).toEqual([
      '55.00',
      '45.00',
      '11.00',
    ]);
    // Gap 50 of 1050 is narrow: 25, but there was no levy last year
    expect(flows(adjustBy('gap_sharing_with_cap', requestOf(pools, { fund })))).toEqual([
      '55.00',
      '0.00',
      '56.00',
    ]);
    expect(flows(adjustBy('gap_sharing_with_pause', requestOf(pools, { fund })))).toEqual([
      '55.00',
      '25.00',
      '31.00',
    ]);
  });
});
