import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { adjust } from '#domain/adjustment/adjust';
import { explainYears } from '#domain/projection/explain-years';
import { poolYears } from '#domain/projection/pool-year';
import { projectScheme, type SchemeProjection } from '#domain/projection/scheme-projection';
import { fen, formatYuan } from '#kernel/fen';
import { createSilentTrace } from '#rules/explain/trace';
import { codesOf, valueOf } from '#tests/support/decided';
import { band, driver, drivers, schemeOf, STILL_BANDS } from '#tests/support/fund-projection';
import { provinceArbitrary } from '#tests/support/invented-arbitrary';
import { city, factsOf, inventedPlan, requestOf } from '#tests/support/invented-request';

const PLAN = inventedPlan();
const project = (scheme: SchemeProjection, years = 10) => valueOf(projectScheme(PLAN, scheme, years));
const pools = (scheme: SchemeProjection, years = 10) =>
  project(scheme, years).map((year) => poolYears(year, scheme.bands, undefined));
const percents = fc.integer({ min: -300, max: 300 }).map((tenths) => `${tenths / 10}%`);
const RUNS = { numRuns: 20 };

describe('a fund projection', () => {
  it('SD-5.1: has the real year as its first, whatever the drivers', () => {
    const check = fc.property(provinceArbitrary, percents, percents, (request, premium, cost) => {
      const moved = drivers({ premium: driver(premium), cost: driver(cost) });
      const years = project(schemeOf({ drivers: moved }, request), 2);
      expect(years[0]?.result).toEqual(valueOf(adjust(PLAN, factsOf(request), 'state')));
    });
    fc.assert(check, RUNS);
  });

  it('SD-5.1: without growth and ageing repeats what comes in and what is spent', () => {
    const years = pools(schemeOf({ bands: STILL_BANDS }));
    const first = years[0]?.map(({ income, expenditure, total }) => [income, expenditure, total]);
    for (const year of years) {
      expect(year.map(({ income, expenditure, total }) => [income, expenditure, total])).toEqual(first);
    }
  });

  /*
   * One band, 1000 persons, 5% enter: 1050. Premium 10%: income 100.00 × 1.05 × 1.1 = 115.50; cost 4%: expenditure
   * 80.00 × 1.05 × 1.04 = 87.36.
   */
  it('SD-3.5-a: lets income follow contributors and premium, expenditure persons and cost', () => {
    const figures = requestOf([city('a', { revenue: '100.00', expenditure: '80.00', collections: '90.00' })]);
    const moved = drivers({ premium: driver('10%'), cost: driver('4%'), entries: driver('5%') });
    const [, next] = pools(
      schemeOf({ bands: STILL_BANDS, drivers: moved, pools: [{ id: 'a', persons: { all: 1000 } }] }, figures),
    );
    expect(next?.map(({ income, expenditure }) => [formatYuan(income), formatYuan(expenditure)])).toEqual([
      ['115.50', '87.36'],
    ]);
  });

  it('SD-3.5-a: ageing alone raises what is spent, and retirement lowers what comes in', () => {
    const [now, , later] = pools(schemeOf());
    for (const [index, pool] of (later ?? []).entries()) {
      expect(pool.expenditure).toBeGreaterThan(now?.[index]?.expenditure ?? 0n);
      expect(pool.income).toBeLessThan(now?.[index]?.income ?? 0n);
    }
  });

  it('R-5: adds up in every pool and year', () => {
    const check = fc.property(provinceArbitrary, percents, percents, (request, premium, cost) => {
      const moved = drivers({ premium: driver(premium), cost: driver(cost), entries: driver('1%') });
      let before: ReadonlyMap<string, bigint> | undefined;
      for (const year of pools(schemeOf({ drivers: moved }, request))) {
        for (const pool of year) {
          const { opening, income, expenditure, levy, received, cover, balance } = pool;
          expect(opening + income - expenditure - levy + received + cover).toBe(balance);
          if (before !== undefined) expect(opening).toBe(before.get(pool.id));
        }
        before = new Map(year.map(({ id, balance }) => [id, balance]));
      }
    });
    fc.assert(check, RUNS);
  });

  it('AH-1.4-d: spends no less where cost grows faster', () => {
    const rates = fc.tuple(fc.integer({ min: -50, max: 150 }), fc.integer({ min: 0, max: 100 }));
    const check = fc.property(rates, ([slow, more]) => {
      const at = (tenths: number) =>
        pools(schemeOf({ drivers: drivers({ cost: driver(`${tenths / 10}%`) }) }));
      const [low, high] = [at(slow), at(slow + more)];
      for (const [index, year] of high.entries()) {
        for (const [at, pool] of year.entries()) {
          expect(pool.expenditure).toBeGreaterThanOrEqual(low[index]?.[at]?.expenditure ?? fen(0n));
        }
      }
    });
    fc.assert(check, RUNS);
  });

  it('AH-1.4-d: holds the same figures without an explanation', () => {
    const scheme = schemeOf({ drivers: drivers({ cost: driver('6%') }) });
    const silent = valueOf(projectScheme(PLAN, scheme, 10, undefined, createSilentTrace));
    const heard = pools(scheme);
    expect(silent.map((year) => poolYears(year, scheme.bands, undefined))).toEqual(heard);
    expect(silent.every(({ result }) => result.nodes.length === 0)).toBe(true);
  });

  it('SD-2.2: takes a rule change from its year on, and the later of two', () => {
    const rules = [
      { from: 2027, values: { levy_rate: '3%' }, basis: 'draft' },
      { from: 2025, values: { levy_rate: '10%' }, basis: 'draft' },
    ];
    const years = pools(schemeOf({ bands: STILL_BANDS, rules }), 4);
    expect(years.map(([east]) => formatYuan(east?.levy ?? fen(0n)))).toEqual([
      '50.00',
      '100.00',
      '100.00',
      '30.00',
    ]);
  });

  it('SD-5.1: says where nobody is left to contribute', () => {
    const bands = [band('all', { entering: '100%', contributing: '0%' })];
    expect(codesOf(projectScheme(PLAN, schemeOf({ bands }), 2))).toEqual(Array(3).fill('nobody_contributes'));
    expect(codesOf(projectScheme(PLAN, schemeOf({ bands }), 1))).toEqual([]);
  });
});

describe('the explanation of a fund projection', () => {
  const scheme = schemeOf({
    drivers: drivers({ cost: { rate: '6%', basis: 'bulletin of costs' } }),
    rules: [{ from: 2025, values: { levy_rate: '8%' }, basis: 'a draft' }],
  });
  const nodes = new Map(explainYears(scheme, project(scheme, 3)).map((node) => [node.id, node]));
  const below = (id: string): ReadonlySet<string> => {
    const seen = new Set<string>();
    const visit = (node: string): void => {
      if (seen.has(node)) return;
      seen.add(node);
      for (const input of nodes.get(node)?.inputs ?? []) visit(input);
    };
    visit(id);
    return seen;
  };

  it('SD-5.1: leads from a balance of the third year down to drivers, bands and the first figures', () => {
    const behind = below('2026/balance-after/east');
    for (const id of [
      'driver/premium',
      'driver/cost',
      'driver/entries',
      'band/60+',
      '2024/given/revenue/east',
    ]) {
      expect([...behind]).toContain(id);
    }
  });

  it('names where a driver comes from, and the rule that was changed', () => {
    expect(nodes.get('driver/cost')?.formula).toEqual({
      zh: '依据：bulletin of costs',
      en: 'basis: bulletin of costs',
    });
    expect([...below('2025/levy/east')]).toContain('rule/levy_rate/2025');
    expect([...below('2024/levy/east')]).not.toContain('rule/levy_rate/2025');
  });
});
