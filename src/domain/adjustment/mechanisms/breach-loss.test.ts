import { describe, expect, it } from 'vitest';
import { adjustBy, amountIn, area, balancesIn, borneIn, nodeIn } from '#tests/support/invented-pipelines';
import { requestOf } from '#tests/support/invented-request';

const PIPELINE = 'distribution_with_reserve';

describe('loss from spending in breach', () => {
  it('SC-2.1-e, SC-R5: the local treasury makes it good, and it is no part of the gap', () => {
    // Levy 50; gap 1050 − 30 + 50 − 1000 = 70; pot 45; 25 left, from the balance of 200.
    const east = area('east', {
      revenue: '1000.00',
      expenditure: '1050.00',
      openingBalance: '200.00',
      breachLoss: '30.00',
    });
    const result = adjustBy(PIPELINE, requestOf([east]));
    expect(amountIn(result, 'gap/east')).toBe('70.00');
    expect(borneIn(result)).toEqual(['east local_treasury 30.00', 'east own_balance 25.00']);
    expect(result.burdens[0]?.cite).toEqual(['YH-3']);
    // 200 + 1000 − 1050 − 50 + 45 + 30
    expect(balancesIn(result)).toEqual({ east: '175.00' });
  });

  it('SC-R5: it is made good where there is no gap, too', () => {
    const east = area('east', { revenue: '1000.00', breachLoss: '0.01', insured: 1 });
    expect(borneIn(adjustBy(PIPELINE, requestOf([east])))).toEqual(['east local_treasury 0.01']);
  });

  it('a loss of nothing is nobody’s burden', () => {
    const result = adjustBy(PIPELINE, requestOf([area('east')]));
    expect(borneIn(result)).toEqual([]);
    expect(nodeIn(result, 'breach_loss/east')).toMatchObject({ inputs: ['given/breachLoss/east'] });
  });
});
