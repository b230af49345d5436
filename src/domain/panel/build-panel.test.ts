import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { present } from '#kernel/assert';
import { fen, parseYuan } from '#kernel/fen';
import { rate } from '#kernel/rate';
import { rational } from '#kernel/rational';
import { roundToFen, timesFraction } from '#kernel/rounding';
import type { CityAssumptions, PanelAssumptions, SchemeEvents } from '#domain/panel/assumptions';
import { buildPanel } from '#domain/panel/build-panel';
import { panelInput, type PanelInput, type PanelPoolInput } from '#domain/panel/panel';

const WHY = { zh: '虚构', en: 'invented' };
const percent = (value: bigint) => rate(rational(value, 100n));
const YUAN = 100n;

const NO_EVENTS: SchemeEvents = {
  fund: { openingBalance: fen(0n), interest: fen(0n), otherIncome: fen(0n), why: WHY },
  failedConditions: [],
  treasuryCovers: [],
  emergencies: [],
  recoveries: [],
};

const CITY: CityAssumptions = {
  id: 'a',
  name: { zh: '甲', en: 'A' },
  population: 1_000_001n,
  employee: {
    insuredShare: percent(50n),
    incomeLevel: percent(100n),
    costLevel: percent(100n),
    openingMonths: rational(6n),
  },
  resident: { insuredShare: percent(40n), costLevel: percent(100n), openingMonths: rational(6n) },
  why: WHY,
};

/** A country where every insured employee brings 3000 yuan and costs 2400, every resident costs 1000. */
const ASSUMPTIONS: PanelAssumptions = {
  year: 2024,
  national: {
    employeePoolIncome: rational(3000n * YUAN),
    employeePoolIncomePrior: rational(2400n * YUAN),
    employeePoolExpenditure: rational(2400n * YUAN),
    employeeEnrolled: rational(1n),
    residentExpenditure: rational(1000n * YUAN),
    residentEnrolled: rational(1n),
    residentEnrolledPrior: rational(1n),
  },
  parameters: {
    employeeCollectionsShare: percent(95n),
    residentFee: fen(380n * YUAN),
    residentFeePrior: fen(350n * YUAN),
    residentSubsidy: fen(670n * YUAN),
    residentOtherIncome: fen(0n),
    levyRates: { employee: percent(10n), resident: percent(15n) },
  },
  cities: [CITY],
  events: { employee: NO_EVENTS, resident: NO_EVENTS },
  published: [],
};

function input(assumptions: PanelAssumptions, scheme: 'employee' | 'resident'): PanelInput {
  const decision = buildPanel(assumptions, []);
  return panelInput(present(decision.allowed ? decision.value : undefined, 'a panel'), scheme);
}

function pool(assumptions: PanelAssumptions, scheme: 'employee' | 'resident'): PanelPoolInput {
  return present(input(assumptions, scheme).pools[0], 'a pool');
}

function overdrawn(months: bigint): PanelAssumptions {
  return {
    ...ASSUMPTIONS,
    cities: [{ ...CITY, employee: { ...CITY.employee, openingMonths: rational(months) } }],
    events: { ...ASSUMPTIONS.events, employee: { ...NO_EVENTS, treasuryCovers: [{ pool: 'a', why: WHY }] } },
  };
}

function yuan(text: string): bigint {
  const amount = parseYuan(text);
  if (typeof amount === 'string') throw new Error(amount);
  return amount;
}

describe('building a panel', () => {
  it('rounds persons half up to the person and invented amounts half up to 10,000 yuan', () => {
    // 1,000,001 × 50% = 500,000.5; × 3000 yuan = 1,500,003,000 yuan; × 95% = 1,425,000,000 yuan
    expect(pool(ASSUMPTIONS, 'employee')).toMatchObject({
      insured: 500_001,
      revenue: '1500000000.00',
      collections: '1425000000.00',
      priorCollections: '1140000000.00',
      expenditure: '1200000000.00',
      openingBalance: '600000000.00',
    });
  });

  it('[R-1] counts what residents pay as collections and the fiscal subsidy only as revenue', () => {
    expect(pool(ASSUMPTIONS, 'resident')).toMatchObject({
      insured: 400_000,
      collections: '152000000.00',
      priorCollections: '140000000.00',
      revenue: '420000000.00',
    });
  });

  it('[JX-R4] gives a pool that its treasury covers exactly its deficit after the levy, never more', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -24n, max: -3n }), (months) => {
        const found = pool(overdrawn(months), 'employee');
        const collections = fen(yuan(found.collections));
        const levy = roundToFen(timesFraction(collections, rational(1n, 10n)), 'half_up');
        const balance = yuan(found.openingBalance) + yuan(found.revenue) - yuan(found.expenditure) - levy;
        expect(yuan(found.treasuryCover)).toBe(-balance);
      }),
    );
  });

  it('[JX-R4] refuses a cover where there is no deficit after the levy', () => {
    const decision = buildPanel(overdrawn(6n), []);
    expect(decision.allowed ? [] : decision.refusals.map(({ code, at }) => [code, at])).toEqual([
      ['panel_nothing_to_cover', 'events.employee.treasury_covers a'],
    ]);
  });

  it('leaves a deficit uncovered that no event covers', () => {
    const bare = { ...overdrawn(-12n), events: ASSUMPTIONS.events };
    expect(pool(bare, 'employee').treasuryCover).toBe('0.00');
  });

  it('puts events where they belong: a failed condition, an emergency, a recovery', () => {
    const events: SchemeEvents = {
      ...NO_EVENTS,
      failedConditions: [{ pool: 'a', condition: 'budgetMet', why: WHY }],
      emergencies: [{ pool: 'a', amount: fen(500n), cause: 'public_health', why: WHY }],
      recoveries: [{ placeOfCare: 'a', placeOfInsurance: 'a', amount: fen(7n), why: WHY }],
    };
    const built = { ...ASSUMPTIONS, events: { ...ASSUMPTIONS.events, resident: events } };
    expect(pool(built, 'resident')).toMatchObject({
      emergency: '5.00',
      emergencyCause: 'public_health',
      conditions: { levyPaid: true, budgetMet: false },
    });
    expect(input(built, 'resident').recoveries).toEqual([
      { placeOfCare: 'a', placeOfInsurance: 'a', amount: '0.07' },
    ]);
    expect(pool(built, 'employee')).toMatchObject({ emergency: '0.00', conditions: { budgetMet: true } });
  });

  it('refuses an event of a pool that the panel does not have', () => {
    const events = {
      ...NO_EVENTS,
      failedConditions: [{ pool: 'z', condition: 'levyPaid', why: WHY }],
    } as const;
    const decision = buildPanel({ ...ASSUMPTIONS, events: { ...ASSUMPTIONS.events, employee: events } }, []);
    expect(decision.allowed ? [] : decision.refusals.map(({ code, at }) => `${code} ${at}`)).toEqual([
      'panel_pool_unknown events.employee z',
    ]);
  });
});
