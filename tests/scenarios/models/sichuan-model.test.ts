/** The oracle itself, against examples worked by hand. Most pools have a revenue of 1000, so a levy of 100. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { fenOf, ModelRefusal, sum } from '#tests/scenarios/models/model-arithmetic';
import { sichuanInputArbitrary } from '#tests/scenarios/models/sichuan-arbitrary';
import { computeSichuan } from '#tests/scenarios/models/sichuan-model';
import type { ReserveRelease, SichuanInput, SichuanPoolInput } from '#tests/scenarios/models/sichuan-model';

const pool = (id: string, given: Partial<SichuanPoolInput> = {}): SichuanPoolInput => ({
  id,
  collections: '0.00',
  priorCollections: '0.00',
  revenue: '0.00',
  expenditure: '0.00',
  openingBalance: '0.00',
  legacyBalance: '0.00',
  insured: 1,
  breachLoss: '0.00',
  ...given,
});

const fund = (openingBalance: string, interest = '0.00', otherIncome = '0.00'): SichuanInput['fund'] => ({
  openingBalance,
  interest,
  otherIncome,
});

const province = (pools: SichuanPoolInput[], given: Partial<SichuanInput> = {}): SichuanInput => ({
  year: 2024,
  scheme: 'employee',
  fund: fund('0.00'),
  pools,
  ...given,
});

const release = (id: string, amount: string): ReserveRelease => ({ pool: id, amount, cause: 'epidemic' });

const refusalCode = (input: SichuanInput): string => {
  try {
    computeSichuan(input);
  } catch (error) {
    if (error instanceof ModelRefusal) return error.code;
    throw error;
  }
  return 'none';
};

test('SC-R1: the levy is 10% of the revenue of employees and 5% of residents, half up to the fen', () => {
  const pools = [pool('a', { revenue: '100.05' }), pool('b', { revenue: '100.10' })];
  // 10.005 up to 10.01, 10.01; 5.0025 down to 5.00, 5.005 up to 5.01
  const employees = computeSichuan(province(pools));
  expect(employees.levies).toEqual([
    { pool: 'a', base: '100.05', rate: '10%', amount: '10.01' },
    { pool: 'b', base: '100.10', rate: '10%', amount: '10.01' },
  ]);
  const residents = computeSichuan(province(pools, { scheme: 'resident' }));
  expect(residents.levies.map((row) => [row.rate, row.amount])).toEqual([
    ['5%', '5.00'],
    ['5%', '5.01'],
  ]);
});

test('SC-R1 to SC-R4: a pot below the gaps is split in proportion, and cities bear the rest in order', () => {
  const pools = [
    pool('a', { revenue: '1000', expenditure: '1100', openingBalance: '300', legacyBalance: '100' }),
    pool('b', { revenue: '1000', expenditure: '950', openingBalance: '10', legacyBalance: '4' }),
  ];
  // levies 100 + 100, reserve 20, pot 180; gaps 1100 + 100 - 1000 = 200 and 50; of 180: 144 and 36;
  // a lacks 56, all from before 2024; b lacks 14: 4 from before 2024, 6 own, 4 of the treasury;
  // a: 300 - 100 = 200; 200 - 100 + 144 = 244, 2.6618 months; b: 60 - 100 + 36 + 4 = 0
  expect(computeSichuan(province(pools))).toEqual({
    levies: [
      { pool: 'a', base: '1000.00', rate: '10%', amount: '100.00' },
      { pool: 'b', base: '1000.00', rate: '10%', amount: '100.00' },
    ],
    allocations: [
      { pool: 'a', stage: 'distribution', amount: '144.00' },
      { pool: 'b', stage: 'distribution', amount: '36.00' },
    ],
    refusals: [],
    burdens: [
      { pool: 'a', bearer: 'legacy_balance', amount: '56.00' },
      { pool: 'b', bearer: 'legacy_balance', amount: '4.00' },
      { pool: 'b', bearer: 'local_treasury', amount: '4.00' },
      { pool: 'b', bearer: 'own_balance', amount: '6.00' },
    ],
    fund: { inflow: '200.00', outflow: '180.00', reserve: '20.00', closingBalance: '20.00' },
    pools: [
      {
        id: 'a',
        balanceBefore: '200.00',
        levy: '100.00',
        received: '144.00',
        balanceAfter: '244.00',
        monthsAfter: '2.66',
      },
      {
        id: 'b',
        balanceBefore: '60.00',
        levy: '100.00',
        received: '36.00',
        balanceAfter: '0.00',
        monthsAfter: '0.00',
      },
    ],
  });
});

describe('distribution', () => {
  test('SC-R3: what the gaps leave of the pot goes by insured persons, in one row', () => {
    const pools = [
      pool('a', { revenue: '1000', expenditure: '800', insured: 1 }),
      pool('b', { revenue: '1000', expenditure: '950', insured: 2 }),
    ];
    // pot 180; gaps 0 and 50; 130 for three persons: 43.333.. and 86.666..; the last fen to b; 50 + 86.67
    const result = computeSichuan(province(pools));
    expect(result.allocations).toEqual([
      { pool: 'a', stage: 'distribution', amount: '43.33' },
      { pool: 'b', stage: 'distribution', amount: '136.67' },
    ]);
    expect(result.burdens).toEqual([]);
  });

  test('SC-R3: a gap after the levy counts though the year itself has none', () => {
    // 100 x 10% = 10: 95 + 10 - 100 = 5; pot 9: 5 for the gap of a, 4 for three persons without insured of b
    const pools = [pool('a', { revenue: '100', expenditure: '95', insured: 3 }), pool('b', { insured: 0 })];
    expect(computeSichuan(province(pools)).allocations).toEqual([
      { pool: 'a', stage: 'distribution', amount: '9.00' },
    ]);
  });

  test('SC-R3, R-3: each step gives its last fen by remainder, ties by id in code-point order', () => {
    const pools = ['aa', 'a-1', 'B'].map((id) => pool(id, { revenue: '0.05', expenditure: '0.06' }));
    // levies 0.005 up to 0.01 each; reserve 0.003 down to 0; pot 0.03; gaps 0.02 each: 0.01 each
    const even = computeSichuan(province(pools));
    expect(even.allocations.map((row) => row.amount)).toEqual(['0.01', '0.01', '0.01']);
    // half of the levies is 0.015, down to 0.01; pot 0.02: 0.0066.. each, the two fen by id
    const uneven = computeSichuan(province(pools, { values: { reserve_share: '50%' } }));
    expect(uneven.allocations.map((row) => row.pool)).toEqual(['B', 'a-1']);
    expect(uneven.fund.reserve).toBe('0.01');
  });
});

describe('reserve', () => {
  test('SC-R2: the reserve grows by 10% of the levies, rounded down, interest and other income', () => {
    // levy 10.05; 10% is 1.005, down to 1.00; pot 9.05; 7 + 1 + 0.20 + 0.03
    const result = computeSichuan(
      province([pool('a', { revenue: '100.50' })], { fund: fund('7', '0.2', '0.03') }),
    );
    expect(result.fund).toEqual({
      inflow: '10.28',
      outflow: '9.05',
      reserve: '8.23',
      closingBalance: '8.23',
    });
  });

  test('SC-R2, SC-R4: a release closes what is short of the gap, but does not change the distribution', () => {
    const figures = { revenue: '1000', expenditure: '1100', openingBalance: '500', legacyBalance: '20' };
    const pools = [pool('a', figures), pool('b', figures)];
    const reserveReleases = [release('a', '30'), release('a', '40'), release('b', '150')];
    const result = computeSichuan(province(pools, { fund: fund('220'), reserveReleases }));
    // pot 180: 90 each of gaps of 200; a lacks 110 - 70 = 40: 20 and 20 own; b lacks nothing, 40 are extra
    expect(result.allocations).toEqual([
      { pool: 'a', stage: 'distribution', amount: '90.00' },
      { pool: 'a', stage: 'reserve_release', amount: '70.00' },
      { pool: 'b', stage: 'distribution', amount: '90.00' },
      { pool: 'b', stage: 'reserve_release', amount: '150.00' },
    ]);
    expect(result.burdens).toEqual([
      { pool: 'a', bearer: 'legacy_balance', amount: '20.00' },
      { pool: 'a', bearer: 'own_balance', amount: '20.00' },
    ]);
    // 400 - 100 + 160 = 460 and 400 - 100 + 240 = 540; 220 + 200 - 400 = 20
    expect(result.pools.map((row) => row.balanceAfter)).toEqual(['460.00', '540.00']);
    expect(result.fund).toMatchObject({ outflow: '400.00', reserve: '20.00' });
  });

  test('SC-R2: the reserve of this year cannot be released this year', () => {
    const pools = [pool('a', { revenue: '1000' })];
    const run = (...amounts: string[]): string =>
      refusalCode(
        province(pools, {
          fund: fund('50', '9'),
          reserveReleases: amounts.map((amount) => release('a', amount)),
        }),
      );
    expect([run('50'), run('20', '30'), run('50.01'), run('20', '30.01')]).toEqual([
      'none',
      'none',
      'release_above_reserve',
      'release_above_reserve',
    ]);
  });
});

test('SC-R5: loss from breaches falls on the treasury, and leaves the gap', () => {
  const pools = [pool('a', { revenue: '1000', expenditure: '1260', breachLoss: '60', openingBalance: '10' })];
  const result = computeSichuan(province(pools));
  // gap 1260 - 60 + 100 - 1000 = 300; pot 90; 210 short: 10 own, 200 and 60 of the treasury
  expect(result.burdens).toEqual([
    { pool: 'a', bearer: 'local_treasury', amount: '260.00' },
    { pool: 'a', bearer: 'own_balance', amount: '10.00' },
  ]);
  // 10 - 260 = -250; -250 - 100 + 90 + 260 = 0
  expect(result.pools[0]).toMatchObject({ balanceBefore: '-250.00', balanceAfter: '0.00' });
});

test('SC-R4: a negative opening balance bears nothing and stays as it was', () => {
  const pools = [pool('a', { revenue: '1000', expenditure: '1200', openingBalance: '-50' })];
  const result = computeSichuan(province(pools));
  // gap 300, pot 90, treasury 210; -250 - 100 + 90 + 210 = -50; -50 / 100 = -0.50 months
  expect(result.burdens).toEqual([{ pool: 'a', bearer: 'local_treasury', amount: '210.00' }]);
  expect(result.pools[0]).toMatchObject({ balanceAfter: '-50.00', monthsAfter: '-0.50' });
});

test.each([
  ['R-7: a year before 2024', 'not_in_force', province([pool('a')], { year: 2023 })],
  [
    'SC-R4: an old balance above the opening balance',
    'legacy_above_opening',
    province([pool('a', { openingBalance: '-1', legacyBalance: '0.01' })]),
  ],
  [
    'SC-R2: a release to an unknown pool',
    'unknown_pool',
    province([pool('a')], { reserveReleases: [release('b', '0')] }),
  ],
  ['SC-R3: half a person', 'bad_value', province([pool('a', { insured: 0.5 })])],
])('%s is refused as %s', (_rule, code, input) => {
  expect(refusalCode(input)).toBe(code);
});

test('SC-R2, SC-R4: in any province the pot is paid out whole and no pool falls below its old debt', () => {
  const fen = (yuan: string): bigint => fenOf(yuan, 'row', true);
  fc.assert(
    fc.property(sichuanInputArbitrary, (input) => {
      const { pools, levies, fund: account } = computeSichuan(input);
      expect(fen(account.outflow)).toBe(sum(pools.map((row) => fen(row.received))));
      if (input.values?.reserve_share === undefined) {
        const released = sum((input.reserveReleases ?? []).map((row) => fen(row.amount)));
        const income = fen(input.fund.interest) + fen(input.fund.otherIncome);
        const kept = sum(levies.map((row) => fen(row.amount))) / 10n;
        expect(fen(account.reserve)).toBe(fen(input.fund.openingBalance) + kept + income - released);
      }
      for (const { id, balanceAfter } of pools) {
        const opening = fen(input.pools.find((one) => one.id === id)?.openingBalance ?? '');
        expect(fen(balanceAfter)).toBeGreaterThanOrEqual(opening < 0n ? opening : 0n);
      }
    }),
  );
});
