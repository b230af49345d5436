import { describe, expect, it } from 'vitest';
import { present } from '#kernel/assert';
import type { Refusal } from '#kernel/decision';
import { fen } from '#kernel/fen';
import { rate } from '#kernel/rate';
import { rational } from '#kernel/rational';
import type {
  CityAssumptions,
  PanelAssumptions,
  SchemeEvents,
  YearAssumptions,
} from '#domain/panel/assumptions';
import { schemeRows } from '#domain/panel/build-year';
import type { PanelScheme, PoolField } from '#domain/panel/fields';
import type { PanelRow } from '#domain/panel/panel';
import type { SchemeYear } from '#domain/panel/scheme-year';
import { poolYears } from '#domain/panel/year-figures';

const WHY = { zh: '虚构', en: 'invented' };
const percent = (value: bigint) => rate(rational(value, 100n));
const YUAN = 100n;
const ZERO = fen(0n);

const NO_EVENTS: SchemeEvents = {
  fund: { interest: ZERO, otherIncome: ZERO, why: WHY },
  ...{ changes: [], facts: [], treasuryCovers: [], recoveries: [], releases: [] },
};

const CITY: CityAssumptions = {
  id: 'a',
  name: { zh: '甲', en: 'A' },
  population: 1_000_001n,
  employee: {
    ...{ insuredShare: percent(50n), incomeLevel: percent(100n), costLevel: percent(100n) },
    openingMonths: rational(6n),
    facts: [],
  },
  resident: { insuredShare: percent(40n), costLevel: percent(100n), openingMonths: rational(6n), facts: [] },
  why: WHY,
};

const GROWTH = { insured: percent(1n), revenue: percent(5n), expenditure: percent(-10n) };

const BASE: YearAssumptions = {
  year: 2024,
  isProjection: false,
  growth: {},
  residentFee: fen(380n * YUAN),
  residentSubsidy: fen(670n * YUAN),
  events: { employee: NO_EVENTS, resident: NO_EVENTS },
};

const NEXT: YearAssumptions = {
  ...BASE,
  year: 2025,
  isProjection: true,
  growth: { employee: GROWTH, resident: GROWTH },
  residentFee: fen(400n * YUAN),
};

const OPENING = { value: fen(7n), why: WHY };

/** A country where every insured employee brings 3000 yuan and costs 2400, every resident costs 1000. */
const ASSUMPTIONS: PanelAssumptions = {
  employee: {
    ...{ income: rational(3000n * YUAN), incomePrior: rational(2400n * YUAN) },
    ...{ expenditure: rational(2400n * YUAN), enrolled: rational(1n), collectionsShare: percent(95n) },
    ...{ fundOpening: OPENING, defaults: [] },
  },
  resident: {
    ...{ expenditure: rational(1000n * YUAN), enrolled: rational(1n), enrolledPrior: rational(1n) },
    ...{ feePrior: fen(350n * YUAN), otherIncome: ZERO, fundOpening: OPENING, defaults: [] },
  },
  cities: [CITY],
  years: [BASE, NEXT],
  published: [],
};

interface Setting {
  readonly assumptions?: PanelAssumptions;
  readonly scheme?: PanelScheme;
  readonly index?: number;
  readonly needed?: readonly PoolField[];
  readonly carried?: SchemeYear['carried'];
  readonly deficit?: bigint;
}

function build(setting: Setting): {
  readonly rows: readonly PanelRow[];
  readonly refusals: readonly Refusal[];
} {
  const {
    assumptions = ASSUMPTIONS,
    scheme = 'employee',
    index = 0,
    needed = [],
    carried,
    deficit,
  } = setting;
  const refusals: Refusal[] = [];
  const [city = CITY] = assumptions.cities;
  const years = poolYears({ assumptions, published: new Map(), scheme, city }, refusals);
  const rows = schemeRows(
    {
      ...{ assumptions, scheme, carried, needed: new Set(needed) },
      year: present(assumptions.years[index], 'a year'),
      figures: new Map([['a', present(years[index], 'figures')]]),
      deficits: deficit === undefined ? undefined : new Map([['a', fen(deficit)]]),
    },
    refusals,
  );
  return { rows, refusals };
}

function values(setting: Setting, subject = 'a'): Readonly<Record<string, string>> {
  const { rows } = build(setting);
  return Object.fromEntries(
    rows.filter((row) => row.subject === subject).map((row) => [row.field, row.value]),
  );
}

function faults(setting: Setting): readonly string[] {
  return build(setting).refusals.map(({ code, at }) => `${code} ${at}`);
}

function withEvents(events: Partial<SchemeEvents>): PanelAssumptions {
  return { ...ASSUMPTIONS, years: [{ ...BASE, events: { employee: { ...NO_EVENTS, ...events } } }, NEXT] };
}

describe('the base year of a panel', () => {
  it('rounds persons half up to the person and invented amounts half up to 10,000 yuan', () => {
    // 1,000,001 × 50% = 500,000.5; × 3000 yuan = 1,500,003,000 yuan; × 95% = 1,425,000,000 yuan
    expect(values({})).toEqual({
      insured: '500001',
      revenue: '1500000000.00',
      collections: '1425000000.00',
      priorCollections: '1140000000.00',
      expenditure: '1200000000.00',
      openingBalance: '600000000.00',
    });
  });

  it('[R-1] counts what residents pay as collections and the fiscal subsidy only as revenue', () => {
    expect(values({ scheme: 'resident' })).toMatchObject({
      insured: '400000',
      collections: '152000000.00',
      priorCollections: '140000000.00',
      revenue: '420000000.00',
    });
  });

  it('tells of a pool only what is derived for all, needed by the rule, or stated', () => {
    const assumptions = withEvents({
      facts: [{ pool: 'a', field: 'sameLevelSubsidy', value: '5.00', why: WHY }],
    });
    expect(values({ assumptions })).toHaveProperty('sameLevelSubsidy', '5.00');
    expect(values({})).not.toHaveProperty('treasuryCover');
    expect(faults({ needed: ['gapCause'] })).toEqual([
      'panel_factor_missing cities.a.employee.facts gapCause',
    ]);
  });

  it('takes the statement of the year before the city’s, and the city’s before what holds everywhere', () => {
    const fact = (value: string) => ({ field: 'gapCause' as const, value, why: WHY });
    const everywhere = { ...ASSUMPTIONS, employee: { ...ASSUMPTIONS.employee, defaults: [fact('proper')] } };
    const city = { ...CITY, employee: { ...present(CITY.employee, 'factors'), facts: [fact('policy')] } };
    const ofYear = withEvents({ facts: [{ ...fact('other'), pool: 'a' }] });
    const found = (assumptions: PanelAssumptions) =>
      values({ assumptions, needed: ['gapCause'] })['gapCause'];
    expect(found(everywhere)).toBe('proper');
    expect(found({ ...everywhere, cities: [city] })).toBe('policy');
    expect(found({ ...everywhere, cities: [city], years: ofYear.years })).toBe('other');
  });

  it('reckons a stated share from the figure that it names, and nothing from one below zero', () => {
    const share = { share: percent(50n), of: 'openingBalance' as const };
    const assumptions = withEvents({
      facts: [{ pool: 'a', field: 'legacyBalance', value: share, why: WHY }],
    });
    expect(values({ assumptions, needed: ['legacyBalance'] })['legacyBalance']).toBe('300000000.00');
    const overdrawn = {
      ...CITY,
      employee: { ...present(CITY.employee, 'factors'), openingMonths: rational(-1n) },
    };
    const below = { ...assumptions, cities: [overdrawn] };
    expect(values({ assumptions: below, needed: ['legacyBalance'] })['legacyBalance']).toBe('0.00');
  });

  it('[JX-R4] covers exactly the deficit that the adjustment told, and refuses a cover without one', () => {
    const assumptions = withEvents({ treasuryCovers: [{ pool: 'a', why: WHY }] });
    const needed: readonly PoolField[] = ['treasuryCover'];
    expect(values({ assumptions, needed, deficit: 123n })['treasuryCover']).toBe('1.23');
    expect(values({ needed, deficit: 123n })['treasuryCover']).toBe('0.00');
    expect(faults({ assumptions, needed, deficit: 0n })).toEqual([
      'panel_nothing_to_cover years.2024.employee.treasury_covers a',
    ]);
  });

  it('refuses an event of a pool that the panel does not have', () => {
    const assumptions = withEvents({ releases: [{ pool: 'z', amount: fen(1n), cause: 'sudden', why: WHY }] });
    expect(faults({ assumptions })).toEqual(['panel_pool_unknown years.2024.employee z']);
  });
});

describe('a later year of a panel', () => {
  it('goes on from the year before by the stated growth; last year’s collections are those of its panel', () => {
    expect(values({ index: 1 })).toMatchObject({
      insured: '505001',
      revenue: '1575000000.00',
      expenditure: '1080000000.00',
      collections: '1496250000.00',
      priorCollections: '1425000000.00',
    });
    expect(values({ index: 1, scheme: 'resident' })).toMatchObject({
      collections: '161600000.00',
      priorCollections: '152000000.00',
    });
  });

  it('is marked as a projection in every row that nobody published', () => {
    expect(build({ index: 1 }).rows.every(({ origin }) => origin === 'projected')).toBe(true);
    expect(build({}).rows.every(({ origin }) => origin === 'synthetic')).toBe(true);
  });

  it('is not touched by a change of the year before', () => {
    const changed = withEvents({
      changes: [{ pool: 'a', field: 'expenditure', by: percent(50n), why: WHY }],
    });
    expect(values({ assumptions: changed })['expenditure']).toBe('1800000000.00');
    expect(values({ assumptions: changed, index: 1 })['expenditure']).toBe('1080000000.00');
  });

  it('[R-5] opens with what the year before closed with, and last year’s levy and old balance are carried', () => {
    const carried = {
      fundClosing: fen(909n),
      pools: new Map([['a', { balanceAfter: fen(-505n), levy: fen(77n), legacyLeft: fen(33n) }]]),
    };
    const setting: Setting = { index: 1, carried, needed: ['priorLevy', 'legacyBalance'] };
    expect(values(setting)).toMatchObject({
      openingBalance: '-5.05',
      priorLevy: '0.77',
      legacyBalance: '0.33',
    });
    expect(values(setting, 'fund')['openingBalance']).toBe('9.09');
    expect(values({ index: 1 }, 'fund')['openingBalance']).toBe('0.07');
  });

  it('is refused without its growth, for no figure stands still by itself', () => {
    const assumptions = { ...ASSUMPTIONS, years: [BASE, { ...NEXT, growth: {} }] };
    expect(faults({ assumptions, index: 1 })).toEqual(['panel_factor_missing years.2025.growth.employee']);
  });
});
