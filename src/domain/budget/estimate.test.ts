import { describe, expect, it } from 'vitest';
import { DRIVERS, type DriverId } from '#domain/budget/drivers';
import {
  estimateBudget,
  type EstimateFacts,
  type GivenAmount,
  type GivenDriver,
} from '#domain/budget/estimate';
import { amountAt, placeKey, placesOf } from '#domain/budget/table';
import { fen } from '#kernel/fen';
import { parseQuantity } from '#rules/value/quantity';

const FIGURES: Readonly<Partial<Record<DriverId, string>>> = {
  insured: '1100',
  insured_prior: '1000',
  personal_fee: '400.00',
  subsidy_per_head: '670.00',
  large_expense_per_head: '90.00',
  interest_rate: '1.5%',
  cost_index: '1.02',
  elderly_share: '20%',
  elderly_share_prior: '18%',
  elderly_cost_ratio: '3',
  benefit_index: '1.01',
  other_index: '1',
};

const given = (amount: bigint): GivenAmount => ({ fen: fen(amount), source: '文号 7', cite: [] });

function facts(changes: Partial<EstimateFacts> = {}, without?: DriverId): EstimateFacts {
  const drivers = new Map<DriverId, GivenDriver>();
  for (const [id, text] of Object.entries(FIGURES)) {
    const quantity = parseQuantity(DRIVERS[id as DriverId].unit, text);
    if (typeof quantity !== 'string' && id !== without)
      drivers.set(id as DriverId, { quantity, source: 'statistics of the city', cite: [] });
  }
  const keys = placesOf('pool', 'resident', []).map(placeKey);
  return {
    of: { pool: 'east', kind: 'pool', insuranceType: 'resident', year: 2026 },
    members: [],
    opening: new Map([['pooled', given(10_000_000n)]]),
    drivers,
    past: new Map(keys.map((key) => [key, { ...given(1_000_000n), months: 12 }])),
    given: new Map([
      ['4401/pooled', given(0n)],
      ['5301/pooled', given(300_000n)],
    ]),
    ...changes,
  };
}

const at = (line: string) => ({ line, part: 'pooled', ofPool: null }) as const;

describe('a draft', () => {
  it('AH-1.4-a: follows past spending, enrolment, age, the cost target and changes of benefits, each cited', () => {
    const estimate = estimateBudget(facts());
    if (!estimate.allowed) throw new Error(JSON.stringify(estimate.refusals));
    const { table, nodes } = estimate.value;
    expect(amountAt(table, at('4001'))).toBe(1_100n * 40_000n);
    expect(amountAt(table, at('4101'))).toBe(1_100n * 67_000n);
    expect(amountAt(table, at('4201'))).toBe(150_000n);
    expect(amountAt(table, at('5301'))).toBe(300_000n);
    // 10,000 × 1.1 × (1 + 20% × 2) ÷ (1 + 18% × 2) × 1.02 × 1.01 = 11,665.50 yuan.
    expect(amountAt(table, at('5001.inpatient'))).toBe(1_166_550n);
    const node = nodes.find(({ id }) => id === 'line/5001.inpatient/pooled');
    expect(node?.inputs).toEqual([
      'past/5001.inpatient/pooled',
      'factor/enrolment',
      'factor/age',
      'driver/cost_index',
      'driver/benefit_index',
    ]);
    expect(node?.formula?.en).toBe('10,000.00 × 1.100000 × 1.029412 × 1.02 × 1.01, half up to the fen');
    expect(nodes.find(({ id }) => id === 'driver/insured')?.formula?.en).toBe(
      'source: statistics of the city',
    );
    expect(nodes.at(-1)).toMatchObject({ id: 'total/accumulated' });
  });

  it('SC-2.1-c: leaves no figure without a source: every line leads down to given figures', () => {
    const estimate = estimateBudget(facts());
    if (!estimate.allowed) throw new Error('the facts are whole');
    const { nodes } = estimate.value;
    for (const { id, formula, inputs } of nodes) {
      const isGiven = inputs.length === 0;
      expect([id, isGiven && formula?.en.startsWith('source: ') !== true]).toEqual([id, false]);
    }
  });

  it('AH-1.4-a: names a driver that is missing and never takes it for zero', () => {
    for (const id of Object.keys(FIGURES) as DriverId[]) {
      const estimate = estimateBudget(facts({}, id));
      expect([
        id,
        estimate.allowed ? [] : estimate.refusals.map(({ code, at: place }) => `${code} ${place}`),
      ]).toEqual([id, [`driver_missing drivers/${id}`]]);
    }
  });

  it('names past figures and amounts that are missing, and lines that the table does not have', () => {
    const estimate = estimateBudget(
      facts({ past: new Map([['9999/pooled', { ...given(1n), months: 12 }]]), given: new Map() }),
    );
    const codes = estimate.allowed ? [] : estimate.refusals.map(({ code, at: place }) => `${code} ${place}`);
    expect(codes).toContain('past_missing past/5001.inpatient/pooled');
    expect(codes).toContain('amount_missing given/5301/pooled');
    expect(codes).toContain('unknown_budget_line 9999/pooled');
  });

  it('carries nine months of the books to the whole year, exactly', () => {
    const past = new Map(facts().past).set('5401/pooled', { ...given(1_000n), months: 9 });
    const estimate = estimateBudget(facts({ past }));
    // 10.00 × 12 ÷ 9 = 13.33…
    expect(estimate.allowed && amountAt(estimate.value.table, at('5401'))).toBe(1_333n);
    const wrong = estimateBudget(
      facts({ past: new Map(past).set('5401/pooled', { ...given(1n), months: 13 }) }),
    );
    expect(wrong).toMatchObject({ allowed: false, refusals: [{ code: 'past_months' }] });
  });

  it('takes an amount that is given for a line in the place of its method, with its source', () => {
    const estimate = estimateBudget(
      facts({ given: new Map(facts().given).set('4101/pooled', given(5n)) }, 'subsidy_per_head'),
    );
    expect(estimate.allowed && amountAt(estimate.value.table, at('4101'))).toBe(5n);
  });

  it('refuses a divisor of zero and a unit that is not the driver’s', () => {
    const quantity = parseQuantity('person', '0');
    const rate = parseQuantity('rate', '5%');
    if (typeof quantity === 'string' || typeof rate === 'string') throw new Error('well-formed figures');
    const entry = { source: 's', cite: [] };
    const drivers = new Map(facts().drivers)
      .set('insured_prior', { ...entry, quantity })
      .set('personal_fee', { ...entry, quantity: rate });
    const estimate = estimateBudget(facts({ drivers }));
    expect(
      estimate.allowed ? [] : estimate.refusals.map(({ code, at: place }) => `${code} ${place}`),
    ).toEqual(['driver_unit drivers/personal_fee', 'driver_zero drivers/insured_prior']);
  });
});
