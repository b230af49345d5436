/** The oracle itself, against examples worked by hand. Most pools spend 1200 a year, so 100 a month. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { jiangxiInputArbitrary } from '#tests/scenarios/models/jiangxi-arbitrary';
import { computeJiangxi } from '#tests/scenarios/models/jiangxi-model';
import type { JiangxiInput, JiangxiPoolInput } from '#tests/scenarios/models/jiangxi-model';
import { canonicalise, ModelRefusal } from '#tests/scenarios/models/model-arithmetic';

const met = {
  levyPaid: true,
  breachesCorrected: true,
  budgetMet: true,
  enrolmentMet: true,
  subsidyPaid: true,
};

const pool = (id: string, given: Partial<JiangxiPoolInput> = {}): JiangxiPoolInput => ({
  id,
  collections: '0.00',
  priorCollections: '0.00',
  revenue: '0.00',
  expenditure: '0.00',
  openingBalance: '0.00',
  treasuryCover: '0.00',
  emergency: '0.00',
  emergencyCause: 'public_health',
  conditions: met,
  ...given,
});

/** Premiums 1000 of an income of 1300, spending 1200: the year alone adds 100. */
const usual = { collections: '1000.00', revenue: '1300.00', expenditure: '1200.00' };

/** No premiums, spending equal to income: the balance before is the opening balance. */
const level = { revenue: '1200.00', expenditure: '1200.00' };

const fund = (openingBalance: string, interest = '0.00'): JiangxiInput['fund'] => ({
  openingBalance,
  interest,
  otherIncome: '0.00',
});

const province = (pools: JiangxiPoolInput[], given: Partial<JiangxiInput> = {}): JiangxiInput => ({
  year: 2024,
  scheme: 'employee',
  fund: fund('0.00'),
  pools,
  ...given,
});

const refusalCode = (input: JiangxiInput): string => {
  try {
    computeJiangxi(input);
  } catch (error) {
    if (error instanceof ModelRefusal) return error.code;
    throw error;
  }
  return 'none';
};

describe('levy', () => {
  test('JX-R1: the levy is 10% of the premiums of employees and 15% of residents, half up to the fen', () => {
    // 100.05 x 10% = 10.005, up to 10.01
    const employees = computeJiangxi(province([pool('a', { collections: '100.05', revenue: '200' })]));
    expect(employees.levies).toEqual([{ pool: 'a', base: '100.05', rate: '10%', amount: '10.01' }]);
    // 100.10 x 15% = 15.015, up to 15.02; 100.09 x 15% = 15.0135, down to 15.01
    const pools = [pool('a', { collections: '100.1', revenue: '200' }), pool('b', { collections: '100.09' })];
    const residents = computeJiangxi(province(pools, { scheme: 'resident' }));
    expect(residents.levies).toEqual([
      { pool: 'a', base: '100.10', rate: '15%', amount: '15.02' },
      { pool: 'b', base: '100.09', rate: '15%', amount: '15.01' },
    ]);
  });

  test('JX-R1: an unpaid levy still leaves the pool, is inflow of the fund, and gates the pool', () => {
    // 500 + 1300 - 1200 = 600; levy 100; 500 is left, 400 short of 900, and nothing is paid
    const conditions = { ...met, levyPaid: false };
    const result = computeJiangxi(province([pool('a', { ...usual, openingBalance: '500', conditions })]));
    expect(result.fund).toEqual({
      inflow: '100.00',
      outflow: '0.00',
      reserve: '0.00',
      closingBalance: '100.00',
    });
    expect(result.pools[0]?.balanceAfter).toBe('500.00');
    expect(result.refusals).toEqual([{ pool: 'a', condition: 'levyPaid' }]);
  });
});

describe('normal allocation', () => {
  test('JX-R5: a pool of employees is topped up to 9 months of spending', () => {
    const input = province([pool('a', { ...usual, openingBalance: '500' })], { fund: fund('1000') });
    // before 500 + 1300 - 1200 = 600; levy 100; need 9 x 100 - 500 = 400; fund 1000 + 100 - 400 = 700
    expect(computeJiangxi(input)).toEqual({
      levies: [{ pool: 'a', base: '1000.00', rate: '10%', amount: '100.00' }],
      allocations: [{ pool: 'a', stage: 'normal', amount: '400.00' }],
      refusals: [],
      burdens: [],
      fund: { inflow: '100.00', outflow: '400.00', reserve: '0.00', closingBalance: '700.00' },
      pools: [
        {
          id: 'a',
          balanceBefore: '600.00',
          levy: '100.00',
          received: '400.00',
          balanceAfter: '900.00',
          monthsAfter: '9.00',
        },
      ],
    });
  });

  test('JX-R5: a pool of residents is topped up to 6 months of spending', () => {
    const pools = [pool('a', { ...usual, openingBalance: '500' })];
    const result = computeJiangxi(province(pools, { scheme: 'resident', fund: fund('1000') }));
    // before 600; levy 150; need 6 x 100 - 450 = 150; fund 1000 + 150 - 150 = 1000
    expect(result.allocations).toEqual([{ pool: 'a', stage: 'normal', amount: '150.00' }]);
    expect(result.fund.closingBalance).toBe('1000.00');
    expect(result.pools[0]?.monthsAfter).toBe('6.00');
  });

  test('JX-R5: the target is rounded half up before the balance is taken off', () => {
    // 9 x 0.02 / 12 = 0.015, up to 0.02; balance 0.01; need 0.01
    const pools = [pool('a', { revenue: '0.02', expenditure: '0.02', openingBalance: '0.01' })];
    const result = computeJiangxi(province(pools, { fund: fund('1') }));
    expect(result.allocations).toEqual([{ pool: 'a', stage: 'normal', amount: '0.01' }]);
  });

  test('JX-R6: needs above the fund are scaled in proportion and use up inflow and opening balance', () => {
    const pools = [
      pool('a', { ...usual, openingBalance: '500' }),
      pool('b', { ...usual, openingBalance: '700' }),
    ];
    const result = computeJiangxi(province(pools));
    // needs 400 and 200; fund 100 + 100 = 200; 133.333.. and 66.666..; the last fen to the larger remainder
    expect(result.allocations).toEqual([
      { pool: 'a', stage: 'normal', amount: '133.33' },
      { pool: 'b', stage: 'normal', amount: '66.67' },
    ]);
    expect(result.fund.closingBalance).toBe('0.00');
    // 500 + 133.33 = 633.33, 6.3333 months; 700 + 66.67 = 766.67, 7.6667 months
    expect(result.pools.map((row) => row.monthsAfter)).toEqual(['6.33', '7.67']);
  });
});

describe('months', () => {
  test('R-2: without expenditure months are null and there is no need', () => {
    const result = computeJiangxi(province([pool('a')], { fund: fund('1000') }));
    expect(result.allocations).toEqual([]);
    expect(result.pools[0]?.monthsAfter).toBeNull();
  });

  test('R-3: months round half up, a negative tie away from zero', () => {
    // 0.50 / 100 = 0.005, up to 0.01; -0.50 / 100 = -0.005, to -0.01; 0.49 / 100 = 0.0049, to 0.00
    const gated = { ...level, conditions: { ...met, subsidyPaid: false } };
    const pools = ['0.50', '-0.50', '0.49'].map((opening, index) =>
      pool(`p${index}`, { ...gated, openingBalance: opening }),
    );
    const result = computeJiangxi(province(pools));
    expect(result.pools.map((row) => row.monthsAfter)).toEqual(['0.01', '-0.01', '0.00']);
  });
});

describe('recoveries', () => {
  test('JX-R3: 40% goes to the place of care, 40% to the place of insurance, the last 20% stays', () => {
    const recoveries = [
      { placeOfCare: 'a', placeOfInsurance: 'b', amount: '100.01' },
      { placeOfCare: 'c', placeOfInsurance: 'c', amount: '10.00' },
    ];
    const result = computeJiangxi(province([pool('a'), pool('b'), pool('c')], { recoveries }));
    // 40% of 100.01 = 40.004, 40.00 each; c is both places: 4 + 4 in one row; 110.01 - 88 = 22.01 stays
    expect(result.allocations).toEqual([
      { pool: 'a', stage: 'recovery_return', amount: '40.00' },
      { pool: 'b', stage: 'recovery_return', amount: '40.00' },
      { pool: 'c', stage: 'recovery_return', amount: '8.00' },
    ]);
    expect(result.fund).toEqual({
      inflow: '110.01',
      outflow: '88.00',
      reserve: '0.00',
      closingBalance: '22.01',
    });
  });

  test('JX-R3: the share is rounded once on the sum of a pool, not per recovery', () => {
    const recoveries = [
      { placeOfCare: 'a', placeOfInsurance: 'b', amount: '0.01' },
      { placeOfCare: 'a', placeOfInsurance: 'c', amount: '0.01' },
    ];
    const result = computeJiangxi(province([pool('a'), pool('b'), pool('c')], { recoveries }));
    // a: 40% of 0.02 = 0.008, up to 0.01; b and c: 0.004 each, down to nothing
    expect(result.allocations).toEqual([{ pool: 'a', stage: 'recovery_return', amount: '0.01' }]);
  });

  test('JX-R2: returns do not raise the balance from which the top-up is reckoned', () => {
    const pools = [pool('a', { ...level, openingBalance: '800' }), pool('b')];
    const recoveries = [{ placeOfCare: 'a', placeOfInsurance: 'b', amount: '250' }];
    const result = computeJiangxi(province(pools, { recoveries, fund: fund('50') }));
    // returned 100 + 100, 50 is left with 50 of opening balance; need 900 - 800 = 100; a ends with 1000
    expect(result.allocations).toEqual([
      { pool: 'a', stage: 'normal', amount: '100.00' },
      { pool: 'a', stage: 'recovery_return', amount: '100.00' },
      { pool: 'b', stage: 'recovery_return', amount: '100.00' },
    ]);
    expect(result.pools[0]).toMatchObject({ received: '200.00', monthsAfter: '10.00' });
  });
});

describe('the gate', () => {
  test('JX-R4: the returns of a gated pool stay in the fund as inflow left, and it has no incentive', () => {
    const income = { collections: '1000', revenue: '1000' };
    const pools = [pool('a', { ...income, conditions: { ...met, budgetMet: false } }), pool('b', income)];
    const recoveries = [{ placeOfCare: 'a', placeOfInsurance: 'b', amount: '100' }];
    const result = computeJiangxi(province(pools, { recoveries }));
    // inflow 100 + 100 + 100; b gets 40 back; 30% of 260 = 78, all to b; 300 - 118 = 182
    expect(result.allocations).toEqual([
      { pool: 'b', stage: 'incentive', amount: '78.00' },
      { pool: 'b', stage: 'recovery_return', amount: '40.00' },
    ]);
    expect(result.fund.closingBalance).toBe('182.00');
    expect(result.refusals).toEqual([{ pool: 'a', condition: 'budgetMet' }]);
  });

  test('JX-R4: the need of a gated pool is zero before any scaling', () => {
    const pools = [
      pool('a', { ...level, openingBalance: '100', conditions: { ...met, enrolmentMet: false } }),
      pool('b', { ...level, openingBalance: '600' }),
    ];
    // b needs 300 and the fund holds 300; the 800 of a would have left it 81.82
    const result = computeJiangxi(province(pools, { fund: fund('300') }));
    expect(result.allocations).toEqual([{ pool: 'b', stage: 'normal', amount: '300.00' }]);
  });

  test.each(['levyPaid', 'breachesCorrected', 'budgetMet', 'enrolmentMet', 'subsidyPaid'])(
    'JX-R4: %s alone gates top-up, emergency and return',
    (condition) => {
      const conditions = { ...met, [condition]: false };
      const recoveries = [{ placeOfCare: 'a', placeOfInsurance: 'a', amount: '100' }];
      const pools = [pool('a', { ...usual, openingBalance: '500', emergency: '10', conditions })];
      const result = computeJiangxi(province(pools, { recoveries, fund: fund('1000') }));
      expect(result.allocations).toEqual([]);
      expect(result.refusals).toEqual([{ pool: 'a', condition }]);
    },
  );
});

describe('deficits', () => {
  test('JX-R4: a deficit covered in part gates the pool and leaves the rest uncovered', () => {
    const figures = { collections: '1000', revenue: '1000', expenditure: '1200', openingBalance: '50' };
    const result = computeJiangxi(
      province([pool('a', { ...figures, treasuryCover: '150' })], { fund: fund('1000') }),
    );
    // 50 + 1000 - 1200 = -150; levy 100; deficit 250, 150 of it covered
    expect(result.refusals).toEqual([{ pool: 'a', condition: 'deficitCovered' }]);
    expect(result.burdens).toEqual([
      { pool: 'a', bearer: 'local_treasury', amount: '150.00' },
      { pool: 'a', bearer: 'uncovered', amount: '100.00' },
    ]);
    expect(result.allocations).toEqual([]);
    expect(result.pools[0]).toMatchObject({ balanceAfter: '-100.00', monthsAfter: '-1.00' });
  });

  test('JX-R4: a deficit covered whole opens the gate, and the need starts from zero', () => {
    const figures = { collections: '1000', revenue: '1000', expenditure: '1200', openingBalance: '50' };
    const result = computeJiangxi(
      province([pool('a', { ...figures, treasuryCover: '250' })], { fund: fund('1000') }),
    );
    expect(result.refusals).toEqual([]);
    expect(result.burdens).toEqual([{ pool: 'a', bearer: 'local_treasury', amount: '250.00' }]);
    expect(result.allocations).toEqual([{ pool: 'a', stage: 'normal', amount: '900.00' }]);
    expect(result.fund.closingBalance).toBe('200.00');
  });
});

describe('emergency allocation', () => {
  test('JX-R8: a cause that is not accepted refuses that application only', () => {
    const pools = [
      pool('a', { ...level, openingBalance: '800', emergency: '50', emergencyCause: 'other' }),
      pool('b', { emergency: '50', emergencyCause: 'policy' }),
      pool('c', { emergencyCause: 'other' }),
    ];
    // a is still topped up by 900 - 800; c applies for nothing, so nothing is refused
    const result = computeJiangxi(province(pools, { fund: fund('500') }));
    expect(result.allocations).toEqual([
      { pool: 'a', stage: 'normal', amount: '100.00' },
      { pool: 'b', stage: 'emergency', amount: '50.00' },
    ]);
    expect(result.refusals).toEqual([{ pool: 'a', condition: 'emergencyCause' }]);
  });

  test('JX-R6: emergency is paid from what the normal needs leave, in proportion if short', () => {
    const pools = [
      pool('a', { emergency: '200' }),
      pool('b', { emergency: '100', emergencyCause: 'policy' }),
      pool('c', { ...level, openingBalance: '800' }),
    ];
    // 200 in the fund, 100 to c; 100 for 300: 66.666.. and 33.333..; the last fen to a
    const result = computeJiangxi(province(pools, { fund: fund('200') }));
    expect(result.allocations).toEqual([
      { pool: 'a', stage: 'emergency', amount: '66.67' },
      { pool: 'b', stage: 'emergency', amount: '33.33' },
      { pool: 'c', stage: 'normal', amount: '100.00' },
    ]);
  });
});

describe('incentive', () => {
  test('JX-R7: the pot is 30% of the inflow left, for pools with neither top-up nor emergency', () => {
    const pools = [
      pool('a', { ...usual, openingBalance: '500' }),
      pool('b', { collections: '10000', revenue: '10000' }),
      pool('c', { collections: '1000', revenue: '1000', emergency: '50' }),
    ];
    // inflow 100 + 1000 + 100; normal 400 to a, emergency 50 to c, so 30% of 750 = 225 goes to b alone;
    // 5000 + 1200 - 675 = 5525
    const result = computeJiangxi(province(pools, { fund: fund('5000') }));
    expect(result.allocations).toEqual([
      { pool: 'a', stage: 'normal', amount: '400.00' },
      { pool: 'b', stage: 'incentive', amount: '225.00' },
      { pool: 'c', stage: 'emergency', amount: '50.00' },
    ]);
    expect(result.fund.closingBalance).toBe('5525.00');
  });

  test('JX-R7: the pot is rounded down, and a tie of remainders goes by id in code-point order', () => {
    const pools = ['aa', 'a-1', 'B'].map((id) => pool(id, { collections: '10', revenue: '10' }));
    // 30% of 3.06 = 0.918, down to 0.91; 0.30 each and one fen left, for B (capitals come first)
    const result = computeJiangxi(province(pools, { fund: fund('0', '0.06') }));
    expect(result.allocations).toEqual([
      { pool: 'B', stage: 'incentive', amount: '0.31' },
      { pool: 'a-1', stage: 'incentive', amount: '0.30' },
      { pool: 'aa', stage: 'incentive', amount: '0.30' },
    ]);
  });
});

test('JX-R1, JX-R5, JX-R7: rate, months and share may be stated for one run', () => {
  const values = { levy_rate: '12.50%', incentive_share: '50%', target_months: '3' };
  const pools = [
    pool('a', { collections: '1000', revenue: '1000', expenditure: '1200', openingBalance: '400' }),
    pool('b', { collections: '4000', revenue: '4000' }),
  ];
  const result = computeJiangxi(province(pools, { values }));
  // levies 125 and 500; a: 200 - 125 = 75, need 300 - 75 = 225; half of 625 - 225 is 200 for b
  expect(result.levies[0]).toEqual({ pool: 'a', base: '1000.00', rate: '12.5%', amount: '125.00' });
  expect(result.allocations).toEqual([
    { pool: 'a', stage: 'normal', amount: '225.00' },
    { pool: 'b', stage: 'incentive', amount: '200.00' },
  ]);
});

describe('refused input', () => {
  const recoveries = [{ placeOfCare: 'a', placeOfInsurance: 'nowhere', amount: '1' }];
  test.each([
    ['R-7: a year before 2024', 'not_in_force', province([pool('a')], { year: 2023 })],
    [
      'JX-R4: cover without a deficit',
      'cover_above_deficit',
      province([pool('a', { treasuryCover: '0.01' })]),
    ],
    ['JX-R3: a recovery of an unknown pool', 'unknown_pool', province([pool('a')], { recoveries })],
    ['JX-R1: a pool stated twice', 'duplicate_pool', province([pool('a'), pool('a')])],
    ['R-3: a third decimal', 'bad_value', province([pool('a', { revenue: '1.005' })])],
    ['R-3: negative premiums', 'bad_value', province([pool('a', { collections: '-1' })])],
  ])('%s is refused as %s', (_rule, code, input) => {
    expect(refusalCode(input)).toBe(code);
  });
});

test('R-3: in the canonical form the order of rows, clauses cited and rows of zero do not matter', () => {
  const result = computeJiangxi(province([pool('b', usual), pool('a', usual)], { fund: fund('5000') }));
  const other = {
    ...result,
    levies: result.levies.map((row) => ({ ...row, rate: '10.00%', cite: ['x'] })).reverse(),
    allocations: [{ pool: 'a', stage: 'incentive', amount: '0.00', cite: [] }, ...result.allocations],
    pools: [...result.pools].reverse(),
  };
  expect(canonicalise(other)).toEqual(result);
});

test('R-3, R-5: in any province what the fund pays out is what the pools receive', () => {
  const fen = (yuan: string): bigint => BigInt(yuan.replace('.', ''));
  fc.assert(
    fc.property(jiangxiInputArbitrary, (input) => {
      const { pools, allocations, fund: account } = computeJiangxi(input);
      const received = pools.reduce((total, row) => total + fen(row.received), 0n);
      const allocated = allocations.reduce((total, row) => total + fen(row.amount), 0n);
      expect([allocated, fen(account.outflow)]).toEqual([received, received]);
      expect(fen(account.closingBalance)).toBeGreaterThanOrEqual(0n);
    }),
  );
});
