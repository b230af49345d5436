import { describe, expect, it } from 'vitest';
import type { PoolRequest } from '#application/adjustment/request';
import type { AdjustmentResult } from '#domain/adjustment/result';
import { formatYuan } from '#kernel/fen';
import { replaceOnce } from '#tests/support/invented-pack';
import {
  adjustBy,
  amountIn,
  area,
  balancesIn,
  borneIn,
  fundOf,
  leviesIn,
  nodeIn,
  toldOf,
  tryPipeline,
} from '#tests/support/invented-pipelines';
import { paidIn, requestOf } from '#tests/support/invented-request';

/**
 * Shortfall 130 − 100 = 30; gap to share 1000 − 10 − 900 − 30 = 60, half of it the city's (class 1). Shortfall and
 * county's part are 60: 40 from the old balance, 20 from the treasury, with the audited 7 and the breach of 10: 37.
 */
const county: Partial<PoolRequest> = {
  collections: '100.00',
  collectionTask: '130.00',
  revenue: '900.00',
  expenditure: '1000.00',
  breachLoss: '10.00',
  auditedPriorGap: '7.00',
  openingBalance: '60.00',
  legacyBalance: '40.00',
};

const pooled = (given: Partial<PoolRequest> = {}, opening = '100.00'): AdjustmentResult =>
  adjustBy('full_pooling', requestOf([area('east', { ...county, ...given })], { fund: fundOf(opening) }));

const borne = (given: Partial<PoolRequest> = {}): readonly string[] =>
  borneIn(pooled(given)).map((row) => row.replace('east ', ''));

describe('full pooling', () => {
  it('JH-4.7-a, JH-R1: revenue is remitted whole and spending is paid whole', () => {
    const result = pooled();
    expect(leviesIn(result)).toEqual(['east: 900.00 × 100% = 900.00']);
    expect(paidIn(result, 'full_pooling')).toEqual({ east: '1000.00' });
    expect(result.pools[0]).toMatchObject({ levy: { fen: 90000n }, received: { fen: 100000n } });
  });

  it('JH-R1: a county’s balance is lowered by what was used of its old balance, and by nothing else', () => {
    expect(balancesIn(pooled())).toEqual({ east: '20.00' });
    expect(balancesIn(pooled({ revenue: '0.00', legacyBalance: '0.00' }))).toEqual({ east: '60.00' });
    expect(balancesIn(pooled({ openingBalance: '-5.00', legacyBalance: '0.00' }))).toEqual({ east: '-5.00' });
  });

  it('JH-R2, JH-R4: shortfall, part of the gap, audited gap and breach are borne from their sources', () => {
    expect(borne()).toEqual(['legacy_balance 40.00', 'local_treasury 37.00', 'city 30.00']);
  });

  it('JH-R4, JH-4.7-e: the old balance serves shortfall and part of the gap, first and alone', () => {
    const legacyBalance = '500.00';
    const [audited, breach] = [{ auditedPriorGap: '0.00' }, { breachLoss: '0.00' }];
    expect(borne({ openingBalance: '500.00', legacyBalance, ...audited, ...breach })).toEqual([
      // Gap 1000 − 900 − 30 = 70, half of it 35; 30 + 35
      'legacy_balance 65.00',
      'city 35.00',
    ]);
  });

  it('JH-4.7-d, JH-R4: an audited gap and a breach are the treasury’s, with old balance left', () => {
    expect(borne({ openingBalance: '500.00', legacyBalance: '500.00' })).toEqual([
      'legacy_balance 60.00',
      'local_treasury 17.00',
      'city 30.00',
    ]);
  });

  it('JH-R2: collection above the task is no merit and no burden', () => {
    // Gap 1000 − 10 − 900 = 90
    expect(borne({ collectionTask: '99.99' })).toEqual([
      'legacy_balance 40.00',
      'local_treasury 22.00',
      'city 45.00',
    ]);
  });

  it('JH-R2: a shortfall is the county’s without any gap, too', () => {
    const result = pooled({ revenue: '1000.00', breachLoss: '0.00', auditedPriorGap: '0.00' });
    expect(amountIn(result, 'gap/east')).toBe('0.00');
    expect(borneIn(result)).toEqual(['east legacy_balance 30.00']);
  });

  it.each([
    [1, '30.00', '30.00'],
    [2, '24.00', '36.00'],
    [3, '15.00', '45.00'],
  ] as const)('JH-4.8, JH-R3: the gap is shared by class: %s', (countyClass, city, rest) => {
    const result = pooled({ class: countyClass });
    expect([amountIn(result, 'city-part/east'), amountIn(result, 'county-part/east')]).toEqual([city, rest]);
    expect(nodeIn(result, 'city-part/east')?.inputs).toEqual([
      'gap/east',
      `value/gap_share/class_${countyClass}`,
    ]);
  });

  it.each([
    // Half of 0.01, up; a quarter of 0.01, down; a quarter of 0.02 = 0.005, up
    [1, '999.99', '0.01', '0.00'],
    [3, '999.99', '0.00', '0.01'],
    [3, '999.98', '0.01', '0.01'],
  ] as const)(
    'JH-R3, R-3: the city’s part is rounded half up, the county’s is the rest (class %s, revenue %s)',
    (countyClass, revenue, city, rest) => {
      const plain = { collectionTask: '0.00', breachLoss: '0.00', class: countyClass, revenue };
      const result = pooled(plain);
      expect([amountIn(result, 'city-part/east'), amountIn(result, 'county-part/east')]).toEqual([
        city,
        rest,
      ]);
    },
  );

  it('JH-R3: the share may be replaced for a run by one for all classes', () => {
    const pools = ([1, 2, 3] as const).map((of) => area(`c${of}`, { ...county, class: of }));
    const result = adjustBy('full_pooling', requestOf(pools, { values: { gap_share: '100%' } }));
    expect(borneIn(result).filter((row) => row.includes(' city '))).toEqual([
      'c1 city 60.00',
      'c2 city 60.00',
      'c3 city 60.00',
    ]);
  });
});

describe('the fund of full pooling', () => {
  const flows = ({ fund }: AdjustmentResult): readonly string[] =>
    [fund.inflow, fund.outflow, fund.reserve, fund.closingBalance].map((figure) => formatYuan(figure.fen));

  it('JH-R5: revenue, own income and what counties bear come in; spending goes out', () => {
    // 900 + 40 + 37 = 977
    expect(flows(pooled())).toEqual(['977.00', '1000.00', '0.00', '77.00']);
    const fund = { openingBalance: '100.00', interest: '1.00', otherIncome: '2.00' };
    const result = adjustBy('full_pooling', requestOf([area('east', county)], { fund }));
    expect(flows(result)).toEqual(['980.00', '1000.00', '0.00', '80.00']);
  });

  it('JH-R5: a balance below zero is shown as it is, and is uncovered in the city’s name', () => {
    const result = pooled({}, '0.00');
    expect(flows(result)).toEqual(['977.00', '1000.00', '0.00', '-23.00']);
    expect(borneIn(result).at(-1)).toBe('city uncovered 23.00');
    expect(result.pools.map((pool) => pool.id)).toEqual(['east']);
  });

  it('JH-R5: a balance of exactly zero is not uncovered; a fen less is', () => {
    expect(borneIn(pooled({}, '23.00'))).toHaveLength(3);
    expect(borneIn(pooled({}, '22.99')).at(-1)).toBe('city uncovered 0.01');
  });

  it('JH-R5: a surplus of one county meets the gap of another', () => {
    const pools = [area('east', county), area('west', { revenue: '50.00', kind: 'district' })];
    expect(flows(adjustBy('full_pooling', requestOf(pools)))).toEqual([
      '1027.00',
      '1000.00',
      '0.00',
      '27.00',
    ]);
  });
});

describe('an audited gap from before pooling', () => {
  it('JH-4.7-d, JH-R2: is refused for an urban district, each named', () => {
    const district = area('west', { kind: 'district', auditedPriorGap: '0.01' });
    const pools = [area('east', county), district, { ...district, id: 'north' }];
    expect(toldOf(tryPipeline('full_pooling', requestOf(pools)))).toEqual([
      'audited_gap_on_district pools[1].auditedPriorGap [YH-3]',
      'audited_gap_on_district pools[2].auditedPriorGap [YH-3]',
    ]);
  });

  it('JH-R2: is refused with the first clause of the step where the pack names no other', () => {
    const pools = [area('east', { kind: 'district', auditedPriorGap: '0.01' })];
    const unnamed = replaceOnce(', audited_cite: YH-3', '');
    expect(toldOf(tryPipeline('full_pooling', requestOf(pools), unnamed))).toEqual([
      'audited_gap_on_district pools[0].auditedPriorGap [YH-1]',
    ]);
  });

  it('JH-R2: a district without one bears shortfall, breach and its part like a county', () => {
    expect(borne({ kind: 'district', auditedPriorGap: '0.00' })).toEqual([
      'legacy_balance 40.00',
      'local_treasury 30.00',
      'city 30.00',
    ]);
  });
});

describe('the id that stands for the fund itself', () => {
  it('JH-R4, JH-R5: is no id of a pool, as its burdens could not be told from those of the fund', () => {
    const pools = [area('east', county), area('city', county)];
    expect(toldOf(tryPipeline('full_pooling', requestOf(pools)))).toEqual(['reserved_id pools[1].id []']);
  });

  it('is free where the rule has no such rows', () => {
    const pools = [area('east'), area('city')];
    expect(toldOf(tryPipeline('gap_sharing_with_cap', requestOf(pools)))).toEqual([]);
  });
});
