import type { AdjustmentPlan } from '#domain/adjustment/plan';
import { DRIVERS, drawRate, type DriverName } from '#domain/projection/driver';
import { floorOf, type Floor } from '#domain/projection/floor';
import { poolYears } from '#domain/projection/pool-year';
import { quantilesOf, type Quantiles } from '#domain/projection/quantiles';
import { createRandom } from '#domain/projection/random';
import { projectScheme, type RateOf, type SchemeProjection } from '#domain/projection/scheme-projection';
import { present } from '#kernel/assert';
import { allow, type Decision } from '#kernel/decision';
import { createSilentTrace } from '#rules/explain/trace';

/** What many paths of one pool came to in one year. */
export interface FanPoint {
  readonly year: number;
  readonly pool: string;
  readonly balance: Quantiles;
  /** Hundredths of a month; undefined where the pool spends nothing. */
  readonly months: Quantiles | undefined;
  /** Paths below the floor in this year. */
  readonly below: number;
  /** Paths below the floor in this year or an earlier one. */
  readonly belowSoFar: number;
}

/** Collects paths one by one, so that the caller can tell how far it is. */
export interface Fan {
  /** Reckons a path, numbered from 0, and keeps its balances and months. */
  readonly addPath: (path: number) => Decision<null>;
  /** What the paths so far came to: year by year, pools in the input's order. At least one path was added. */
  readonly points: () => readonly FanPoint[];
}

/** What all paths came to, of one pool and year. */
interface Outcomes {
  readonly year: number;
  readonly pool: string;
  readonly balances: bigint[];
  readonly months: bigint[];
  below: number;
  belowSoFar: number;
}

/**
 * Random paths over the drivers of one insurance type: one draw a year of each driver with a spread, and every path
 * through the same pipeline as the real year. The same seed gives the same fan.
 */
export function createFan(
  plan: AdjustmentPlan,
  scheme: SchemeProjection,
  years: number,
  stated: Floor | undefined,
  seed: bigint,
): Fan {
  const first = scheme.facts.year;
  const outcomes: Outcomes[] = Array.from({ length: years }, (_, index) => first + index).flatMap((year) =>
    scheme.pools.map(({ id }) => ({
      year,
      pool: id,
      balances: [],
      months: [],
      below: 0,
      belowSoFar: 0,
    })),
  );
  const addPath = (path: number): Decision<null> => {
    const rates = drawPath(scheme, years, seed, path);
    const projected = projectScheme(plan, scheme, years, rates, createSilentTrace);
    if (!projected.allowed) return projected;
    const fallen = new Set<string>();
    const pools = projected.value.flatMap((year) =>
      poolYears(year, scheme.bands, floorOf(plan, year.result.facts, stated)),
    );
    for (const [index, { id, balance, monthsHundredths, isBelow }] of pools.entries()) {
      const kept = present(outcomes[index], `the outcomes of pool ${id}`);
      if (isBelow) fallen.add(id);
      kept.balances.push(balance);
      if (monthsHundredths !== undefined) kept.months.push(monthsHundredths);
      kept.below += isBelow ? 1 : 0;
      kept.belowSoFar += fallen.has(id) ? 1 : 0;
    }
    return allow(null);
  };
  return { addPath, points: () => outcomes.map(pointOf) };
}

function pointOf({ year, pool, balances, months, below, belowSoFar }: Outcomes): FanPoint {
  return {
    year,
    pool,
    balance: quantilesOf(balances),
    months: months.length === balances.length ? quantilesOf(months) : undefined,
    below,
    belowSoFar,
  };
}

/** Streams of one seed: those of employees are even, those of residents odd, so that neither moves the other. */
const SCHEMES = 2n;

/**
 * Draws a path's rates: year by year the common drivers in their order, then the pools' own in the order of the input.
 * What drivers have no spread take nothing from the stream.
 */
function drawPath(scheme: SchemeProjection, years: number, seed: bigint, path: number): RateOf {
  const odd = scheme.facts.scheme === 'resident' ? 1n : 0n;
  const random = createRandom(seed, BigInt(path) * SCHEMES + odd);
  const drawn = new Map<string, bigint>();
  const key = (year: number, driver: DriverName, pool: string): string => `${year} ${driver} ${pool}`;
  const { facts, drivers, pools } = scheme;
  for (let year = facts.year + 1; year < facts.year + years; year += 1) {
    const common = {
      premium: drawRate(drivers.premium, random),
      cost: drawRate(drivers.cost, random),
      entries: drawRate(drivers.entries, random),
    };
    for (const { id, drivers: own } of pools) {
      for (const name of DRIVERS) {
        const driver = own[name];
        drawn.set(key(year, name, id), driver === undefined ? common[name] : drawRate(driver, random));
      }
    }
  }
  return (year, driver, pool) => present(drawn.get(key(year, driver, pool.id)), `${driver} of ${year}`);
}
