/** The oracle itself, against examples worked by hand. Most counties spend 200 above a revenue of 1000. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { jinhuaInputArbitrary } from '#tests/scenarios/models/jinhua-arbitrary';
import { computeJinhua } from '#tests/scenarios/models/jinhua-model';
import type { JinhuaInput, JinhuaPoolInput } from '#tests/scenarios/models/jinhua-model';
import { fenOf, ModelRefusal, sum } from '#tests/scenarios/models/model-arithmetic';

const pool = (id: string, given: Partial<JinhuaPoolInput> = {}): JinhuaPoolInput => ({
  id,
  collections: '0.00',
  priorCollections: '0.00',
  revenue: '0.00',
  expenditure: '0.00',
  openingBalance: '0.00',
  legacyBalance: '0.00',
  breachLoss: '0.00',
  kind: 'county',
  class: 1,
  collectionTask: '0.00',
  auditedPriorGap: '0.00',
  ...given,
});

const fund = (openingBalance: string, interest = '0.00'): JinhuaInput['fund'] => ({
  openingBalance,
  interest,
  otherIncome: '0.00',
});

const city = (pools: JinhuaPoolInput[], given: Partial<JinhuaInput> = {}): JinhuaInput => ({
  year: 2022,
  scheme: 'employee',
  fund: fund('1000000.00'),
  pools,
  ...given,
});

const refusalCode = (input: JinhuaInput): string => {
  try {
    computeJinhua(input);
  } catch (error) {
    if (error instanceof ModelRefusal) return error.code;
    throw error;
  }
  return 'none';
};

const gapOf200 = { revenue: '1000', expenditure: '1200' };
const oldBalance = (amount: string): Partial<JinhuaPoolInput> => ({
  openingBalance: amount,
  legacyBalance: amount,
});

test('JH-R1 to JH-R5: revenue is remitted whole, spending paid whole, and the county bears its duties', () => {
  const figures = { collections: '900', revenue: '1000', expenditure: '1250' };
  const duties = { collectionTask: '950', breachLoss: '20', auditedPriorGap: '30' };
  const balances = { openingBalance: '200', legacyBalance: '100' };
  const input = city([pool('a', { ...figures, ...duties, ...balances })], { fund: fund('500', '1') });
  // shortfall 950 - 900 = 50; to share 1250 - 20 - 1000 - 50 = 180, 90 each; 50 + 90 = 140: 100 of the old
  // balance, 40 of the treasury, with 30 and 20 more; 200 - 100 = 100, 0.96 months; before 200 - 250 = -50;
  // inflow 1000 + 1 + 190; 500 + 1191 - 1250 = 441
  expect(computeJinhua(input)).toEqual({
    levies: [{ pool: 'a', base: '1000.00', rate: '100%', amount: '1000.00' }],
    allocations: [{ pool: 'a', stage: 'full_pooling', amount: '1250.00' }],
    refusals: [],
    burdens: [
      { pool: 'a', bearer: 'city', amount: '90.00' },
      { pool: 'a', bearer: 'legacy_balance', amount: '100.00' },
      { pool: 'a', bearer: 'local_treasury', amount: '90.00' },
    ],
    fund: { inflow: '1191.00', outflow: '1250.00', reserve: '0.00', closingBalance: '441.00' },
    pools: [
      {
        id: 'a',
        balanceBefore: '-50.00',
        levy: '1000.00',
        received: '1250.00',
        balanceAfter: '100.00',
        monthsAfter: '0.96',
      },
    ],
  });
});

describe('the gap that is shared', () => {
  test.each([
    [1, '100.00', '100.00'],
    [2, '110.00', '90.00'],
    [3, '120.00', '80.00'],
  ] as const)('JH-R3: of a gap of 200 in class %s the city bears %s, the county %s', (of, cityPart, rest) => {
    const kinds = ['county', 'district'] as const;
    const result = computeJinhua(city(kinds.map((kind) => pool(kind, { ...gapOf200, kind, class: of }))));
    expect(result.burdens).toEqual(
      kinds.flatMap((kind) => [
        { pool: kind, bearer: 'city', amount: cityPart },
        { pool: kind, bearer: 'local_treasury', amount: rest },
      ]),
    );
  });

  test('JH-R3: the city’s part is rounded half up, and the county’s part is what remains', () => {
    const pools = [pool('a', { expenditure: '0.01' }), pool('b', { expenditure: '0.01', class: 2 })];
    // 0.005 and 0.0055, both up to 0.01
    expect(computeJinhua(city(pools)).burdens).toEqual([
      { pool: 'a', bearer: 'city', amount: '0.01' },
      { pool: 'b', bearer: 'city', amount: '0.01' },
    ]);
  });

  test('JH-R2, JH-R3: a shortfall that takes up the gap leaves nothing to share, and is borne whole', () => {
    const pools = [
      pool('a', { ...gapOf200, collections: '800', collectionTask: '1050' }),
      pool('b', { revenue: '1000', collections: '800', collectionTask: '800.01' }),
      pool('c', { revenue: '1000', collections: '800', collectionTask: '799.99' }),
    ];
    // a: 250 above a gap of 200; b has no gap at all, and still owes 0.01
    const result = computeJinhua(city(pools));
    expect(result.burdens).toEqual([
      { pool: 'a', bearer: 'local_treasury', amount: '250.00' },
      { pool: 'b', bearer: 'local_treasury', amount: '0.01' },
    ]);
    // 1000000 + 3000 + 250.01 - 1200
    expect(result.fund.closingBalance).toBe('1002050.01');
  });

  test('JH-R3: a share stated for the run replaces that of all classes', () => {
    const pools = [pool('a', gapOf200), pool('b', { ...gapOf200, class: 3 })];
    const result = computeJinhua(city(pools, { values: { gap_share: '33.33%' } }));
    // 200 x 33.33% = 66.66
    expect(result.burdens.map((row) => row.amount)).toEqual(['66.66', '133.34', '66.66', '133.34']);
  });
});

describe('who bears', () => {
  test('JH-R4: the old balance bears shortfall and county’s part, never an old gap or a breach', () => {
    const duties = { auditedPriorGap: '30', breachLoss: '20' };
    const pools = [pool('a', { ...gapOf200, ...duties, ...oldBalance('1000') })];
    const result = computeJinhua(city(pools));
    // to share 1200 - 20 - 1000 = 180: 90 each; 30 + 20 of the treasury though 910 are left
    expect(result.burdens).toEqual([
      { pool: 'a', bearer: 'city', amount: '90.00' },
      { pool: 'a', bearer: 'legacy_balance', amount: '90.00' },
      { pool: 'a', bearer: 'local_treasury', amount: '50.00' },
    ]);
    expect(result.pools[0]?.balanceAfter).toBe('910.00');
  });

  test('JH-R4: only the old balance is used, not the rest of the opening balance, nor a negative one', () => {
    const pools = [
      pool('a', { ...gapOf200, openingBalance: '500', legacyBalance: '60' }),
      pool('b', { ...gapOf200, openingBalance: '-5' }),
    ];
    const result = computeJinhua(city(pools));
    expect(result.burdens).toEqual([
      { pool: 'a', bearer: 'city', amount: '100.00' },
      { pool: 'a', bearer: 'legacy_balance', amount: '60.00' },
      { pool: 'a', bearer: 'local_treasury', amount: '40.00' },
      { pool: 'b', bearer: 'city', amount: '100.00' },
      { pool: 'b', bearer: 'local_treasury', amount: '100.00' },
    ]);
    // 440 / 100 = 4.40 months; -5 / 100 = -0.05
    expect(result.pools.map((row) => [row.balanceAfter, row.monthsAfter])).toEqual([
      ['440.00', '4.40'],
      ['-5.00', '-0.05'],
    ]);
  });
});

describe('the fund of the city', () => {
  test('JH-R5: a fund that closes below zero is shown so, and as what the city leaves uncovered', () => {
    const pools = [pool('a', gapOf200), pool('b', { revenue: '300', expenditure: '280' })];
    // 50 + 1300 + 100 of the treasury of a - 1480 = -30
    const result = computeJinhua(city(pools, { fund: fund('50') }));
    expect(result.fund).toMatchObject({ inflow: '1400.00', outflow: '1480.00', closingBalance: '-30.00' });
    expect(result.burdens.at(-1)).toEqual({ pool: 'city', bearer: 'uncovered', amount: '30.00' });
  });

  test('JH-R5: the surplus of one county meets the city’s part of another', () => {
    const pools = [pool('a', gapOf200), pool('b', { revenue: '300', expenditure: '200' })];
    // 0 + 1300 + 100 - 1400 = 0
    const result = computeJinhua(city(pools, { fund: fund('0') }));
    expect(result.fund.closingBalance).toBe('0.00');
    expect(result.burdens.map((row) => row.bearer)).toEqual(['city', 'local_treasury']);
  });

  test('R-2: without expenditure months are null', () => {
    const result = computeJinhua(city([pool('a', { revenue: '5', ...oldBalance('7') })]));
    expect(result.allocations).toEqual([]);
    expect(result.pools[0]).toMatchObject({ balanceAfter: '7.00', monthsAfter: null });
  });
});

test.each([
  ['R-7: a year before 2022', 'not_in_force', city([pool('a')], { year: 2021 })],
  [
    'JH-R2: an old gap of a district',
    'prior_gap_of_district',
    city([pool('a', { kind: 'district', auditedPriorGap: '0.01' })]),
  ],
  [
    'JH-R4: an old balance above the opening balance',
    'legacy_above_opening',
    city([pool('a', { openingBalance: '1', legacyBalance: '1.01' })]),
  ],
  ['R-3: a negative task', 'bad_value', city([pool('a', { collectionTask: '-1' })])],
])('%s is refused as %s', (_rule, code, input) => {
  expect(refusalCode(input)).toBe(code);
});

test('JH-R3, JH-R5: in any city the fund lives on revenue and on what counties bear', () => {
  const fen = (yuan: string): bigint => fenOf(yuan, 'row', true);
  fc.assert(
    fc.property(jinhuaInputArbitrary, (input) => {
      const { burdens, levies, pools, fund: account } = computeJinhua(input);
      const borneBy = (bearer: string): bigint =>
        sum(burdens.filter((row) => row.bearer === bearer).map((row) => fen(row.amount)));
      const income = fen(input.fund.interest) + fen(input.fund.otherIncome);
      const counties = borneBy('legacy_balance') + borneBy('local_treasury');
      const remitted = sum(levies.map((row) => fen(row.amount)));
      expect(fen(account.inflow)).toBe(remitted + income + counties);
      expect(fen(account.outflow)).toBe(sum(pools.map((row) => fen(row.received))));
      const closing = fen(account.closingBalance);
      expect(borneBy('uncovered')).toBe(closing < 0n ? -closing : 0n);
      // the city's part is all that the year can take from the fund
      expect(closing).toBeGreaterThanOrEqual(fen(input.fund.openingBalance) + income - borneBy('city'));
    }),
  );
});
