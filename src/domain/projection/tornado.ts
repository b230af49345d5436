import type { AdjustmentPlan } from '#domain/adjustment/plan';
import { DRIVERS, endsOf, type Driver, type DriverName } from '#domain/projection/driver';
import { floorOf, type Floor } from '#domain/projection/floor';
import { poolYears } from '#domain/projection/pool-year';
import {
  centralRates,
  projectScheme,
  type RateOf,
  type SchemeProjection,
} from '#domain/projection/scheme-projection';
import { allow, type Decision } from '#kernel/decision';
import { fen, sumFen, type Fen } from '#kernel/fen';
import { createSilentTrace } from '#rules/explain/trace';

/** What one end of a driver's spread leads to, all other drivers at their central rates. */
export interface SwingEnd {
  readonly ratePpm: bigint;
  /** The first year in which a pool is below its floor; undefined if none. */
  readonly firstBelow: number | undefined;
  /** What all pools together hold at the end of the last year. */
  readonly closing: Fen;
}

/** One driver moved from end to end of its spread. */
export interface Swing {
  readonly driver: DriverName;
  /** The pool whose own driver it is; undefined for the common one. */
  readonly pool: string | undefined;
  readonly low: SwingEnd;
  readonly high: SwingEnd;
  /** By how many years the first bad year moves; never falling below counts as the year after the last. */
  readonly yearsMoved: number;
  readonly closingMoved: Fen;
}

/**
 * One driver at a time from the low to the high end of its spread: what moves the first bad year most comes first, then
 * what moves the closing balances most (AH-1.4-d). A driver without a spread is not moved: nothing says how far.
 */
export function tornadoOf(
  plan: AdjustmentPlan,
  scheme: SchemeProjection,
  years: number,
  floor: Floor | undefined,
): Decision<readonly Swing[]> {
  const swings: Swing[] = [];
  for (const { driver, name, pool } of movable(scheme)) {
    const ends = endsOf(driver);
    if (ends === undefined) continue;
    const low = endOf(plan, scheme, years, floor, { name, pool, ratePpm: ends.lowPpm });
    if (!low.allowed) return low;
    const high = endOf(plan, scheme, years, floor, { name, pool, ratePpm: ends.highPpm });
    if (!high.allowed) return high;
    const never = scheme.facts.year + years;
    const [before, after] = [low.value.firstBelow ?? never, high.value.firstBelow ?? never];
    swings.push({
      driver: name,
      pool,
      low: low.value,
      high: high.value,
      yearsMoved: Math.abs(after - before),
      closingMoved: fen(high.value.closing - low.value.closing),
    });
  }
  return allow(swings.toSorted(byMost));
}

interface Movable {
  readonly name: DriverName;
  readonly pool: string | undefined;
  readonly driver: Driver;
}

function movable({ drivers, pools }: SchemeProjection): readonly Movable[] {
  const common = DRIVERS.map((name) => ({ name, pool: undefined, driver: drivers[name] }));
  const own = pools.flatMap((pool) =>
    DRIVERS.flatMap((name) => {
      const driver = pool.drivers[name];
      return driver === undefined ? [] : [{ name, pool: pool.id, driver }];
    }),
  );
  return [...common, ...own];
}

function endOf(
  plan: AdjustmentPlan,
  scheme: SchemeProjection,
  years: number,
  floor: Floor | undefined,
  moved: Omit<Movable, 'driver'> & { readonly ratePpm: bigint },
): Decision<SwingEnd> {
  const central = centralRates(scheme);
  const rateOf: RateOf = (year, driver, pool) => {
    const whose = pool.drivers[driver] === undefined ? undefined : pool.id;
    return driver === moved.name && whose === moved.pool ? moved.ratePpm : central(year, driver, pool);
  };
  const projected = projectScheme(plan, scheme, years, rateOf, createSilentTrace);
  if (!projected.allowed) return projected;
  const firstBelow = projected.value.find((year) =>
    poolYears(year, scheme.bands, floorOf(plan, year.result.facts, floor)).some(({ isBelow }) => isBelow),
  );
  const last = projected.value.at(-1)?.result.pools ?? [];
  return allow({
    ratePpm: moved.ratePpm,
    firstBelow: firstBelow?.result.facts.year,
    closing: sumFen(last.map(({ balanceAfter }) => balanceAfter.fen)),
  });
}

function byMost(a: Swing, b: Swing): number {
  if (a.yearsMoved !== b.yearsMoved) return b.yearsMoved - a.yearsMoved;
  const [left, right] = [magnitude(a.closingMoved), magnitude(b.closingMoved)];
  return left === right ? 0 : left > right ? -1 : 1;
}

function magnitude(amount: bigint): bigint {
  return amount < 0n ? -amount : amount;
}
