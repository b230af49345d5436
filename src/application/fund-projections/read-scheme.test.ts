import { describe, expect, it } from 'vitest';
import { readScheme } from '#application/fund-projections/read-scheme';
import type { SchemeRequest } from '#application/fund-projections/request';
import { withScenario } from '#application/fund-projections/with-scenario';
import type { Decision } from '#kernel/decision';
import { valueOf } from '#tests/support/decided';
import { band, driver, drivers, fundRequest, schemeRequest } from '#tests/support/fund-projection';
import { city, inventedPlan, requestOf } from '#tests/support/invented-request';

const told = (decision: Decision<unknown>): readonly string[] =>
  decision.allowed ? [] : decision.refusals.map(({ code, at }) => `${code} ${at}`);
const read = (changes: Partial<SchemeRequest>, figures?: SchemeRequest['figures']): readonly string[] =>
  told(readScheme(inventedPlan(), schemeRequest(changes, figures), 's'));
const ONE = requestOf([city('a', { insured: 100 })]);

describe('what a fund projection is asked from', () => {
  it('SD-5.1: names each pool and band of which the persons are missing: never zero', () => {
    const pools = [{ id: 'east', persons: { '18-39': 1, '40-59': 1 } }];
    expect(read({ pools })).toEqual([
      'missing_field s.pools[0].persons.60+',
      'missing_field s.pools.west',
      'missing_field s.pools.north',
    ]);
  });

  it('takes no pool, band or value that is not known, and nothing twice', () => {
    const all = { '18-39': 1, '40-59': 1, '60+': 1 };
    const pools = ['east', 'west', 'north', 'south', 'east'].map((id) => ({ id, persons: all }));
    expect(read({ pools: [...pools.slice(0, 4), { id: 'east', persons: { ...all, old: 1 } }] })).toEqual([
      'unknown_id s.pools[3].id',
      'duplicate_id s.pools[4].id',
    ]);
    const rules = [{ from: 2025, values: { gap_share: '1%' }, basis: 'x' }];
    expect(read({ rules })).toEqual(['not_replaceable s.rules[0].values.gap_share']);
    expect(read({ rules: [{ from: 2025, values: { levy_rate: 'much' }, basis: 'x' }] })).toHaveLength(1);
  });

  it('asks that the bands hold the insured of the figures', () => {
    const bands = [band('all', { entering: '100%' })];
    expect(read({ bands, pools: [{ id: 'a', persons: { all: 99 } }] }, ONE)).toEqual([
      'persons_not_insured s.pools[0].persons',
    ]);
    expect(read({ bands, pools: [{ id: 'a', persons: { all: 100 } }] }, ONE)).toEqual([]);
  });

  it('asks for an open oldest band and for shares of the newly enrolled that make up the whole', () => {
    const bands = [band('young', { entering: '60%' }), band('old', { years: 20, entering: '30%' })];
    expect(read({ bands })).toEqual(['oldest_band_not_open s.bands[1].years', 'entering_not_whole s.bands']);
  });

  it.each([
    ['rate', driver('5'), ['bad_rate s.drivers.cost.rate']],
    ['range', driver('120%'), ['bad_rate s.drivers.cost.rate']],
    ['decimals', driver('1.00001%'), ['too_many_decimals s.drivers.cost.rate']],
    [
      'spread',
      driver('5%', { kind: 'triangular', low: '6%', high: '7%' }),
      ['bad_spread s.drivers.cost.spread'],
    ],
  ])('reads exact rates only: %s', (_, cost, problems) => {
    expect(read({ drivers: drivers({ cost }) })).toEqual(problems);
  });

  it('reads rates and weights as whole millionths', () => {
    const bands = [band('all', { entering: '100%', costWeight: '1.45' })];
    const moved = drivers({ cost: driver('5.25%') });
    const scheme = valueOf(readScheme(inventedPlan(), schemeRequest({ bands, drivers: moved }), 's'));
    expect(scheme.bands[0]?.costWeightPpm).toBe(1_450_000n);
    expect(scheme.drivers.cost.ratePpm).toBe(52_500n);
  });
});

describe('a scenario of a fund projection', () => {
  it('replaces drivers, adds rules and leaves the rest', () => {
    const asked = fundRequest();
    const rules = [{ from: 2026, values: { levy_rate: '5%' }, basis: 'x' }];
    const schemes = [{ scheme: 'employee' as const, drivers: { cost: driver('9%') }, rules }];
    const changed = valueOf(withScenario(asked, { name: 'x', schemes })).schemes[0];
    expect(changed?.drivers).toEqual({ ...asked.schemes[0]?.drivers, cost: driver('9%') });
    expect(changed?.rules).toEqual(rules);
    expect(changed?.pools).toEqual(asked.schemes[0]?.pools);
  });

  it('names what is not projected', () => {
    const own = [{ id: 'south', drivers: {} }];
    const schemes = [{ scheme: 'resident' as const }, { scheme: 'employee' as const, pools: own }];
    expect(told(withScenario(fundRequest(), { name: 'x', schemes }))).toEqual([
      'unknown_id scenario.schemes[0].scheme',
      'unknown_id scenario.schemes[1].pools[0].id',
    ]);
  });
});
