import { describe, expect, it } from 'vitest';
import { createFan, type FanPoint } from '#domain/projection/fan';
import { floorOf } from '#domain/projection/floor';
import { poolYears } from '#domain/projection/pool-year';
import { PERCENTILES, quantilesOf } from '#domain/projection/quantiles';
import { projectScheme, type SchemeProjection } from '#domain/projection/scheme-projection';
import { tornadoOf } from '#domain/projection/tornado';
import { rational } from '#kernel/rational';
import { valueOf } from '#tests/support/decided';
import { driver, drivers, schemeOf } from '#tests/support/fund-projection';
import { factsOf, inventedPlan, inventedRequest } from '#tests/support/invented-request';

const PLAN = inventedPlan();
const SPREAD = drivers({
  premium: driver('3%', {
    kind: 'discrete',
    outcomes: [
      { rate: '1%', weight: 1 },
      { rate: '3%', weight: 2 },
    ],
  }),
  cost: driver('6%', { kind: 'triangular', low: '2%', high: '12%' }),
});
const PATHS = 60;

function fanOf(scheme: SchemeProjection, paths = PATHS, seed = 1n): readonly FanPoint[] {
  const fan = createFan(PLAN, scheme, 6, undefined, seed);
  for (let path = 0; path < paths; path += 1) valueOf(fan.addPath(path));
  return fan.points();
}

describe('a fan of outcomes', () => {
  const scheme = schemeOf({ drivers: SPREAD });
  const points = fanOf(scheme);

  it('AH-1.4-d: of the same seed is the same, of another seed another', () => {
    expect(fanOf(scheme)).toEqual(points);
    expect(fanOf(scheme, PATHS, 2n)).not.toEqual(points);
  });

  it('has its quantiles in order, in every pool and year', () => {
    expect(points).toHaveLength(18);
    for (const { balance, months } of points) {
      for (const quantiles of [balance, months]) {
        const row = PERCENTILES.map((percent) => quantiles?.[`p${percent}`] ?? 0n);
        expect(row).toEqual(row.toSorted((a, b) => (a < b ? -1 : a > b ? 1 : 0)));
      }
    }
  });

  it('begins in one point, the real year, and opens', () => {
    expect(points[0]?.balance.p5).toBe(points[0]?.balance.p95);
    expect(points.at(-1)?.balance.p5).toBeLessThan(points.at(-1)?.balance.p95 ?? 0n);
  });

  it('AH-1.4-d: counts the paths below the floor of the pack, in a year and by that year', () => {
    expect(points.some(({ below }) => below > 0)).toBe(true);
    for (const [index, { below, belowSoFar }] of points.entries()) {
      expect(below).toBeLessThanOrEqual(belowSoFar);
      expect(belowSoFar).toBeGreaterThanOrEqual(points[index - 3]?.belowSoFar ?? 0);
      expect(belowSoFar).toBeLessThanOrEqual(PATHS);
    }
  });

  it('of drivers without a spread is the central course on every path', () => {
    const still = schemeOf({ drivers: drivers({ cost: driver('6%') }) });
    const central = valueOf(projectScheme(PLAN, still, 6)).flatMap((year) =>
      poolYears(year, still.bands, undefined).map(({ balance }) => balance),
    );
    expect(fanOf(still, 3).map(({ balance }) => balance.p5)).toEqual(central);
    expect(fanOf(still, 3).map(({ balance }) => balance.p95)).toEqual(central);
  });

  it('moves a pool by a driver of its own', () => {
    const pools = schemeOf().pools.map((pool, index) =>
      index === 0 ? { ...pool, drivers: { cost: { ratePpm: 0n, basis: 'own' } } } : pool,
    );
    const own = fanOf({ ...scheme, pools });
    expect(own[0]).toEqual(points[0]);
    // East spends more by common drivers than by its own cost, which does not grow.
    expect(own[15]?.balance.p50).not.toBe(points[15]?.balance.p50);
  });
});

describe('quantiles', () => {
  it('are by nearest rank: each is one of the values', () => {
    const values = Array.from({ length: 20 }, (_, index) => BigInt(index + 1));
    expect(quantilesOf(values)).toEqual({ p5: 1n, p25: 5n, p50: 10n, p75: 15n, p95: 19n });
    expect(quantilesOf([7n])).toEqual({ p5: 7n, p25: 7n, p50: 7n, p75: 7n, p95: 7n });
  });
});

describe('the floor of a projection', () => {
  it("AH-1.4-d: is the pack's target with its clause, unless months are stated", () => {
    const floor = floorOf(PLAN, factsOf(inventedRequest()), undefined);
    expect(floor?.text).toBe('6');
    expect(floor?.cite).toHaveLength(1);
    const stated = { months: rational(3n), text: '3', basis: 'the user', cite: [] };
    expect(floorOf(PLAN, factsOf(inventedRequest()), stated)).toBe(stated);
  });

  it('follows a rule that is changed', () => {
    const facts = { ...factsOf(inventedRequest()), replaced: { target_months: '9' } };
    expect(floorOf(PLAN, facts, undefined)?.text).toBe('9');
  });
});

describe('the drivers of a projection', () => {
  it('AH-1.4-d: are moved one at a time, and what moves the first bad year most comes first', () => {
    const scheme = schemeOf({
      drivers: drivers({
        premium: driver('3%', { kind: 'triangular', low: '2.9%', high: '3.1%' }),
        cost: driver('3%', { kind: 'triangular', low: '-20%', high: '30%' }),
      }),
    });
    const swings = valueOf(tornadoOf(PLAN, scheme, 8, undefined));
    expect(swings.map(({ driver: name }) => name)).toEqual(['cost', 'premium']);
    const [cost, premium] = swings;
    expect(cost?.closingMoved).toBeLessThan(0n);
    expect(premium?.closingMoved).toBeGreaterThanOrEqual(0n);
  });

  it('without a spread are not moved', () => {
    expect(valueOf(tornadoOf(PLAN, schemeOf(), 3, undefined))).toEqual([]);
  });
});
