/** The oracle itself, against examples worked by hand. Most pools collected 1000 last year, so owe 50. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { anhuiInputArbitrary } from '#tests/scenarios/models/anhui-arbitrary';
import { computeAnhui } from '#tests/scenarios/models/anhui-model';
import type { AnhuiInput, AnhuiPoolInput } from '#tests/scenarios/models/anhui-model';
import { fenOf, ModelRefusal, sum } from '#tests/scenarios/models/model-arithmetic';

const pool = (id: string, given: Partial<AnhuiPoolInput> = {}): AnhuiPoolInput => ({
  id,
  collections: '0.00',
  priorCollections: '0.00',
  revenue: '0.00',
  expenditure: '0.00',
  openingBalance: '0.00',
  assessmentScore: '85',
  gapCause: 'policy',
  ...given,
});

/** Large enough that the levy of the other pools is not paused by a fund of some thousands. */
const large = pool('z', { priorCollections: '1000000', revenue: '1000000', expenditure: '900000' });

const fund = (openingBalance: string, interest = '0.00'): AnhuiInput['fund'] => ({
  openingBalance,
  interest,
  otherIncome: '0.00',
});

const province = (pools: AnhuiPoolInput[], given: Partial<AnhuiInput> = {}): AnhuiInput => ({
  year: 2026,
  scheme: 'employee',
  fund: fund('0.00'),
  pools,
  ...given,
});

const refusalCode = (input: AnhuiInput): string => {
  try {
    computeAnhui(input);
  } catch (error) {
    if (error instanceof ModelRefusal) return error.code;
    throw error;
  }
  return 'none';
};

/** A levy of 50, and spending of 200 above the revenue. */
const gapOf200 = { priorCollections: '1000', revenue: '1000', expenditure: '1200' };

describe('levy', () => {
  test.each([
    ['employee', 2026],
    ['resident', 2025],
  ] as const)('AH-R1: the levy of the pool of %ss is 5% of last year’s collections', (scheme, year) => {
    // 1000.30 x 5% = 50.015, up to 50.02
    const result = computeAnhui(province([pool('a', { priorCollections: '1000.3' })], { scheme, year }));
    expect(result.levies).toEqual([{ pool: 'a', base: '1000.30', rate: '5%', amount: '50.02' }]);
  });

  test('AH-R2: a fund that opens with 10% of last year’s collections of the province takes no levy', () => {
    const pools = [
      pool('a', { priorCollections: '600', openingBalance: '40' }),
      pool('b', { priorCollections: '400' }),
    ];
    // 10% of 600 + 400 is 100; interest of the year does not count
    const paused = computeAnhui(province(pools, { fund: fund('100') }));
    expect(paused.levies).toEqual([
      { pool: 'a', base: '600.00', rate: '0%', amount: '0.00' },
      { pool: 'b', base: '400.00', rate: '0%', amount: '0.00' },
    ]);
    expect(paused.fund).toMatchObject({ inflow: '0.00', closingBalance: '100.00' });
    expect(paused.pools[0]).toMatchObject({ levy: '0.00', balanceAfter: '40.00' });

    const levied = computeAnhui(province(pools, { fund: fund('99.99', '5') }));
    expect(levied.levies.map((row) => [row.rate, row.amount])).toEqual([
      ['5%', '30.00'],
      ['5%', '20.00'],
    ]);
    // 99.99 + 30 + 20 + 5
    expect(levied.fund.closingBalance).toBe('154.99');
  });

  test('AH-R2: 10% is reckoned exactly, and a rate stated for the run is paused too', () => {
    // 10% of 100.05 is 10.005: 10.00 is less, 10.01 is not
    const run = (opening: string): string | undefined =>
      computeAnhui(
        province([pool('a', { priorCollections: '100.05' })], {
          fund: fund(opening),
          values: { levy_rate: '2%' },
        }),
      ).levies[0]?.rate;
    expect([run('10'), run('10.01')]).toEqual(['2%', '0%']);
  });

  test('AH-R2: a province without collections reaches 10% of nothing, so its levy is paused', () => {
    expect(computeAnhui(province([pool('a')])).levies[0]?.rate).toBe('0%');
  });
});

test('AH-R1, AH-R3, AH-R4: fund and city share a gap, without a cap', () => {
  const rich = { openingBalance: '300', assessmentScore: '90' };
  const input = province([pool('a', { ...gapOf200, ...rich }), large], { fund: fund('1000') });
  // levies 50 and 50000; 60% of 200 = 120; the city bears 80 of 300 - 50; 300 - 200 = 100;
  // 100 - 50 + 120 = 170, 1.70 months; z keeps 100000 - 50000, 50000 / 75000 = 0.67 months
  expect(computeAnhui(input)).toEqual({
    levies: [
      { pool: 'a', base: '1000.00', rate: '5%', amount: '50.00' },
      { pool: 'z', base: '1000000.00', rate: '5%', amount: '50000.00' },
    ],
    allocations: [{ pool: 'a', stage: 'gap_share', amount: '120.00' }],
    refusals: [],
    burdens: [{ pool: 'a', bearer: 'own_balance', amount: '80.00' }],
    fund: { inflow: '50050.00', outflow: '120.00', reserve: '0.00', closingBalance: '50930.00' },
    pools: [
      {
        id: 'a',
        balanceBefore: '100.00',
        levy: '50.00',
        received: '120.00',
        balanceAfter: '170.00',
        monthsAfter: '1.70',
      },
      {
        id: 'z',
        balanceBefore: '100000.00',
        levy: '50000.00',
        received: '0.00',
        balanceAfter: '50000.00',
        monthsAfter: '0.67',
      },
    ],
  });
});

describe('gaps', () => {
  test('AH-R3: more dependants is an accepted cause, another cause is refused', () => {
    const causes = ['policy', 'emergency', 'proper', 'dependency', 'other'] as const;
    const pools = causes.map((gapCause) => pool(gapCause, { ...gapOf200, gapCause, openingBalance: '500' }));
    const result = computeAnhui(province([...pools, large]));
    expect(result.refusals).toEqual([{ pool: 'other', condition: 'gapCause' }]);
    expect(result.allocations.map((row) => [row.pool, row.amount])).toEqual([
      ['dependency', '100.00'],
      ['emergency', '100.00'],
      ['policy', '100.00'],
      ['proper', '100.00'],
    ]);
  });

  test('AH-R4: parts above the fund are scaled in proportion', () => {
    const pools = [
      pool('a', { ...gapOf200, openingBalance: '500' }),
      pool('b', { ...gapOf200, openingBalance: '500', assessmentScore: '0' }),
    ];
    // parts 100 and 60; fund 50 + 50 + 10 = 110: 68.75 and 41.25
    const result = computeAnhui(province(pools, { fund: fund('10') }));
    expect(result.allocations.map((row) => row.amount)).toEqual(['68.75', '41.25']);
    expect(result.burdens.map((row) => row.amount)).toEqual(['131.25', '158.75']);
  });

  test('AH-R2, AH-R4: while the levy is paused the whole opening balance is there for the gap', () => {
    const pools = [pool('a', { ...gapOf200, openingBalance: '80' })];
    const result = computeAnhui(province(pools, { fund: fund('5000') }));
    // part 100, own 80, 20 open; 80 - 200 + 100 = -20
    expect(result.burdens).toEqual([
      { pool: 'a', bearer: 'own_balance', amount: '80.00' },
      { pool: 'a', bearer: 'uncovered', amount: '20.00' },
    ]);
    expect(result.pools[0]).toMatchObject({ levy: '0.00', balanceAfter: '-20.00' });
  });

  test('AH-R4, R-6: levy first, then own balance, bonds and subsidy', () => {
    const means = { openingBalance: '70', bondsRealised: '30', sameLevelSubsidy: '500' };
    const result = computeAnhui(province([pool('a', { ...gapOf200, ...means }), large]));
    // part 100, rest 100: 70 - 50 = 20 own, 30 bonds, 50 of the subsidy
    expect(result.burdens).toEqual([
      { pool: 'a', bearer: 'bonds', amount: '30.00' },
      { pool: 'a', bearer: 'own_balance', amount: '20.00' },
      { pool: 'a', bearer: 'subsidy', amount: '50.00' },
    ]);
    expect(result.pools[0]?.balanceAfter).toBe('0.00');
  });

  test('AH-R3: a share stated for the run replaces the table, half up to the fen', () => {
    const pools = [pool('a', { expenditure: '0.03', openingBalance: '1' })];
    // 0.03 x 50% = 0.015, up to 0.02
    const result = computeAnhui(province(pools, { fund: fund('1'), values: { gap_share: '50%' } }));
    expect(result.allocations[0]?.amount).toBe('0.02');
  });
});

test.each([
  ['R-7: residents before 2025', 'not_in_force', province([pool('a')], { scheme: 'resident', year: 2024 })],
  ['R-7: employees before 2026', 'not_in_force', province([pool('a')], { year: 2025 })],
  ['AH-R1: a rate above 5%', 'rate_above_limit', province([pool('a')], { values: { levy_rate: '5.01%' } })],
  ['R-3: a rate without its sign', 'bad_value', province([pool('a')], { values: { gap_share: '0.5' } })],
])('%s is refused as %s', (_rule, code, input) => {
  expect(refusalCode(input)).toBe(code);
});

test('AH-R2, R-3: in any province the fund pays what is received, and all levies pause or none', () => {
  const fen = (yuan: string): bigint => fenOf(yuan, 'row', true);
  fc.assert(
    fc.property(anhuiInputArbitrary, (input) => {
      const { pools, levies, fund: account } = computeAnhui(input);
      expect(fen(account.outflow)).toBe(sum(pools.map((row) => fen(row.received))));
      expect(fen(account.closingBalance)).toBeGreaterThanOrEqual(0n);
      expect(new Set(levies.map((row) => row.rate)).size).toBe(1);
      const tenfold = fen(input.fund.openingBalance) * 10n;
      if (tenfold >= sum(levies.map((row) => fen(row.base)))) expect(levies[0]?.rate).toBe('0%');
    }),
  );
});
