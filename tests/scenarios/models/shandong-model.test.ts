/** The oracle itself, against examples worked by hand. Most pools collected 1000 last year, so owe 30. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { fenOf, ModelRefusal, sum } from '#tests/scenarios/models/model-arithmetic';
import { shandongInputArbitrary } from '#tests/scenarios/models/shandong-arbitrary';
import { computeShandong } from '#tests/scenarios/models/shandong-model';
import type { ShandongInput, ShandongPoolInput } from '#tests/scenarios/models/shandong-model';

const pool = (id: string, given: Partial<ShandongPoolInput> = {}): ShandongPoolInput => ({
  id,
  collections: '0.00',
  priorCollections: '0.00',
  revenue: '0.00',
  expenditure: '0.00',
  openingBalance: '0.00',
  priorLevy: '1000000.00',
  assessmentScore: '85',
  gapCause: 'policy',
  ...given,
});

const fund = (openingBalance: string): ShandongInput['fund'] => ({
  openingBalance,
  interest: '0.00',
  otherIncome: '0.00',
});

const province = (pools: ShandongPoolInput[], given: Partial<ShandongInput> = {}): ShandongInput => ({
  year: 2024,
  scheme: 'employee',
  fund: fund('1000000.00'),
  pools,
  ...given,
});

const refusalCode = (input: ShandongInput): string => {
  try {
    computeShandong(input);
  } catch (error) {
    if (error instanceof ModelRefusal) return error.code;
    throw error;
  }
  return 'none';
};

/** A levy of 30, and spending of 200 above the revenue. */
const gapOf200 = { priorCollections: '1000', revenue: '1000', expenditure: '1200' };

test('SD-R1: the levy is 3% of the premiums of last year, half up to the fen', () => {
  // 1000.50 x 3% = 30.015, up to 30.02; 1000.49 x 3% = 30.0147, down to 30.01; this year's 5000 do not count
  const given = { collections: '5000', revenue: '6000' };
  const pools = [
    pool('a', { ...given, priorCollections: '1000.5' }),
    pool('b', { ...given, priorCollections: '1000.49' }),
  ];
  expect(computeShandong(province(pools)).levies).toEqual([
    { pool: 'a', base: '1000.50', rate: '3%', amount: '30.02' },
    { pool: 'b', base: '1000.49', rate: '3%', amount: '30.01' },
  ]);
});

test('SD-R1 to SD-R4: the fund and the balance of the city share a gap', () => {
  const figures = { priorCollections: '1000', revenue: '1000', expenditure: '1300', openingBalance: '200' };
  const input = province([pool('a', { ...figures, priorLevy: '100' })], {
    fund: { openingBalance: '500', interest: '3', otherIncome: '0.5' },
  });
  // levy 30; gap 300; 50% of it is 150, under the cap of 200; the city bears 150 of 200 - 30 = 170;
  // 200 + 1000 - 1300 = -100; -100 - 30 + 150 = 20; 20 / (1300 / 12) = 0.1846; 500 + 33.50 - 150 = 383.50
  expect(computeShandong(input)).toEqual({
    levies: [{ pool: 'a', base: '1000.00', rate: '3%', amount: '30.00' }],
    allocations: [{ pool: 'a', stage: 'gap_share', amount: '150.00' }],
    refusals: [],
    burdens: [{ pool: 'a', bearer: 'own_balance', amount: '150.00' }],
    fund: { inflow: '33.50', outflow: '150.00', reserve: '0.00', closingBalance: '383.50' },
    pools: [
      {
        id: 'a',
        balanceBefore: '-100.00',
        levy: '30.00',
        received: '150.00',
        balanceAfter: '20.00',
        monthsAfter: '0.18',
      },
    ],
  });
});

describe('the fund’s part', () => {
  test.each([
    ['100', '120.00'],
    ['90', '120.00'],
    ['89.99', '100.00'],
    ['80.00', '100.00'],
    ['79.99', '80.00'],
    ['60', '80.00'],
    ['59.99', '60.00'],
    ['0', '60.00'],
  ])('SD-R2: of a gap of 200, a score of %s earns %s', (assessmentScore, amount) => {
    const result = computeShandong(province([pool('a', { ...gapOf200, assessmentScore })]));
    expect(result.allocations).toEqual([{ pool: 'a', stage: 'gap_share', amount }]);
  });

  test('SD-R2: the part is at most twice the levy of last year, and nothing without one', () => {
    const pools = [
      pool('a', { ...gapOf200, priorLevy: '49.99' }),
      pool('b', { ...gapOf200, priorLevy: '50.01' }),
      pool('c', { ...gapOf200, priorLevy: '0' }),
    ];
    // 50% of 200 = 100: 2 x 49.99 = 99.98 is less, 2 x 50.01 = 100.02 is not
    expect(computeShandong(province(pools)).allocations).toEqual([
      { pool: 'a', stage: 'gap_share', amount: '99.98' },
      { pool: 'b', stage: 'gap_share', amount: '100.00' },
    ]);
  });

  test('SD-R2: a cause that is not accepted is refused, and the whole gap stays with the city', () => {
    const pools = [
      pool('a', { ...gapOf200, gapCause: 'dependency', openingBalance: '500' }),
      pool('b', { ...gapOf200, gapCause: 'other' }),
      pool('c', { gapCause: 'other' }),
      pool('d', { ...gapOf200, gapCause: 'emergency' }),
      pool('e', { ...gapOf200, gapCause: 'proper' }),
    ];
    const result = computeShandong(province(pools));
    // more dependants count in Anhui only; c has no gap, so nothing is refused
    expect(result.refusals).toEqual([
      { pool: 'a', condition: 'gapCause' },
      { pool: 'b', condition: 'gapCause' },
    ]);
    expect(result.allocations.map((row) => row.pool)).toEqual(['d', 'e']);
    // b: 200 of the gap and 30 of the levy
    expect(result.burdens.slice(0, 2)).toEqual([
      { pool: 'a', bearer: 'own_balance', amount: '200.00' },
      { pool: 'b', bearer: 'uncovered', amount: '230.00' },
    ]);
  });

  test('SD-R3: parts above the fund are scaled in proportion, and the city bears what is cut', () => {
    const pools = [
      pool('a', { ...gapOf200, expenditure: '1300', openingBalance: '1000' }),
      pool('b', { ...gapOf200, expenditure: '1150', openingBalance: '1000', assessmentScore: '60' }),
    ];
    const result = computeShandong(province(pools, { fund: fund('40') }));
    // parts 150 and 60; fund 40 + 30 + 30 = 100: 71.428.. and 28.571..; the last fen to a
    expect(result.allocations).toEqual([
      { pool: 'a', stage: 'gap_share', amount: '71.43' },
      { pool: 'b', stage: 'gap_share', amount: '28.57' },
    ]);
    // 300 - 71.43 and 150 - 28.57
    expect(result.burdens.map((row) => row.amount)).toEqual(['228.57', '121.43']);
    expect(result.fund.closingBalance).toBe('0.00');
  });

  test('SD-R3, R-3: weights are the rounded parts, and a tie of remainders goes by id in code-point order', () => {
    const given = { expenditure: '0.02', openingBalance: '1' };
    const pools = ['aa', 'a-1', 'B'].map((id) => pool(id, given));
    // 50% of 0.02 is 0.01 each; 0.02 for 0.03; capitals come first, then '-'
    const tied = computeShandong(province(pools, { fund: fund('0.02') }));
    expect(tied.allocations.map((row) => row.pool)).toEqual(['B', 'a-1']);
    // 0.005 up to 0.01 and 0.015 up to 0.02; of 0.01 they are due 0.0033.. and 0.0066..
    const unequal = [pool('a', { expenditure: '0.01' }), pool('b', { expenditure: '0.03' })];
    const result = computeShandong(province(unequal, { fund: fund('0.01') }));
    expect(result.allocations).toEqual([{ pool: 'b', stage: 'gap_share', amount: '0.01' }]);
  });
});

describe('the rest of the gap', () => {
  test('SD-R4, R-6: after the fund come own balance, bonds, subsidy; what is left is uncovered', () => {
    const means = { openingBalance: '60', bondsRealised: '40', sameLevelSubsidy: '20' };
    const result = computeShandong(province([pool('a', { ...gapOf200, ...means })]));
    // part 100, rest 100: 60 - 30 = 30 own, 40, 20, and 10 is left
    expect(result.burdens).toEqual([
      { pool: 'a', bearer: 'bonds', amount: '40.00' },
      { pool: 'a', bearer: 'own_balance', amount: '30.00' },
      { pool: 'a', bearer: 'subsidy', amount: '20.00' },
      { pool: 'a', bearer: 'uncovered', amount: '10.00' },
    ]);
    // 60 - 200 = -140; -140 - 30 + 100 + 60 = -10
    expect(result.pools[0]).toMatchObject({ balanceBefore: '-140.00', balanceAfter: '-10.00' });
  });

  test('R-6: bonds and subsidy count only as far as they are needed', () => {
    const means = { openingBalance: '100', bondsRealised: '500', sameLevelSubsidy: '500' };
    const pools = [pool('a', { ...gapOf200, ...means }), pool('b', means)];
    const result = computeShandong(province(pools));
    // a: part 100, own 70, bonds 30; b has no gap
    expect(result.burdens).toEqual([
      { pool: 'a', bearer: 'bonds', amount: '30.00' },
      { pool: 'a', bearer: 'own_balance', amount: '70.00' },
    ]);
    expect(result.pools.map((row) => row.balanceAfter)).toEqual(['0.00', '100.00']);
  });

  test('SD-R4: a levy that neither surplus nor opening balance meets is uncovered besides the gap', () => {
    const pools = [
      pool('a', { ...gapOf200, openingBalance: '10' }),
      pool('b', { ...gapOf200, openingBalance: '10', bondsRealised: '500' }),
      pool('c', { priorCollections: '1000', revenue: '1000', expenditure: '980', openingBalance: '5' }),
    ];
    const result = computeShandong(province(pools));
    // a: 100 of the gap and 20 of the levy; b: bonds stand in for the gap, not for the levy;
    // c: 20 of surplus and 5 of opening balance leave 5 of the levy
    expect(result.burdens).toEqual([
      { pool: 'a', bearer: 'uncovered', amount: '120.00' },
      { pool: 'b', bearer: 'bonds', amount: '100.00' },
      { pool: 'b', bearer: 'uncovered', amount: '20.00' },
      { pool: 'c', bearer: 'uncovered', amount: '5.00' },
    ]);
    expect(result.pools.map((row) => row.balanceAfter)).toEqual(['-120.00', '-20.00', '-5.00']);
  });

  test('SD-R4: a negative opening balance bears nothing, and is itself no burden of the year', () => {
    const means = { openingBalance: '-50', bondsRealised: '20' };
    const result = computeShandong(province([pool('a', { ...gapOf200, ...means })]));
    // part 100, bonds 20, 80 of the gap and 30 of the levy are open; -250 - 30 + 100 + 20 = -160 = -50 - 110
    expect(result.burdens).toEqual([
      { pool: 'a', bearer: 'bonds', amount: '20.00' },
      { pool: 'a', bearer: 'uncovered', amount: '110.00' },
    ]);
    expect(result.pools[0]?.balanceAfter).toBe('-160.00');
  });
});

test('R-2: without expenditure months are null and there is no gap', () => {
  const result = computeShandong(province([pool('a', { openingBalance: '5' })]));
  expect([result.allocations, result.pools[0]?.monthsAfter]).toEqual([[], null]);
});

test('SD-R1, SD-R2: rate and share may be stated for one run; no score is needed then', () => {
  const { assessmentScore, ...unscored } = pool('a', { ...gapOf200, openingBalance: '1000' });
  const input = province([unscored], { values: { levy_rate: '4.50%', gap_share: '33.33%' } });
  // 1000 x 4.5% = 45; 200 x 33.33% = 66.66
  const result = computeShandong(input);
  expect(assessmentScore).toBe('85');
  expect(result.levies).toEqual([{ pool: 'a', base: '1000.00', rate: '4.5%', amount: '45.00' }]);
  expect(result.allocations).toEqual([{ pool: 'a', stage: 'gap_share', amount: '66.66' }]);
  expect(refusalCode(province([unscored]))).toBe('bad_value');
});

test.each([
  ['R-7: a year before 2024', 'not_in_force', province([pool('a')], { year: 2023 })],
  ['R-7: a fund of residents', 'not_in_force', province([pool('a')], { scheme: 'resident' })],
  ['SD-R1: a pool stated twice', 'duplicate_pool', province([pool('a'), pool('a')])],
  ['SD-R2: a score above 100', 'bad_value', province([pool('a', { assessmentScore: '100.01' })])],
  ['R-3: a third decimal', 'bad_value', province([pool('a', { priorLevy: '1.005' })])],
])('%s is refused as %s', (_rule, code, input) => {
  expect(refusalCode(input)).toBe(code);
});

test('R-5, R-6: in any province the money adds up, and what a pool lacks is uncovered', () => {
  const fen = (yuan: string): bigint => fenOf(yuan, 'row', true);
  fc.assert(
    fc.property(shandongInputArbitrary, (input) => {
      const { pools, burdens, allocations, fund: account } = computeShandong(input);
      expect(fen(account.outflow)).toBe(sum(allocations.map((row) => fen(row.amount))));
      expect(fen(account.closingBalance)).toBeGreaterThanOrEqual(0n);
      for (const { id, balanceAfter } of pools) {
        const opening = fen(input.pools.find((one) => one.id === id)?.openingBalance ?? '');
        const lack = burdens.find((row) => row.pool === id && row.bearer === 'uncovered')?.amount ?? '0.00';
        // a pool in debt by less than its old debt and this year's lack paid that part from a surplus
        const debt = fen(lack) + (opening < 0n ? -opening : 0n);
        expect(fen(balanceAfter)).toBeGreaterThanOrEqual(-debt);
        if (opening >= 0n && debt > 0n) expect(fen(balanceAfter)).toBe(-debt);
      }
    }),
  );
});
