import type {
  FanPointView,
  FloorView,
  FundYearView,
  PoolYearView,
  SchemeCourse,
  SwingView,
} from '#application/fund-projections/views';
import { firstFundDeficit } from '#domain/adjustment/projection/outlook';
import type { AdjustmentPlan } from '#domain/adjustment/plan';
import { PPM } from '#domain/projection/driver';
import { deficitBetween, type Deficit } from '#domain/projection/deficit';
import { DRIVER_LABELS, ppmText } from '#domain/projection/explain-driver';
import { explainYears } from '#domain/projection/explain-years';
import type { FanPoint } from '#domain/projection/fan';
import { floorOf, type Floor } from '#domain/projection/floor';
import { poolYears, type PoolYear } from '#domain/projection/pool-year';
import type { Quantiles } from '#domain/projection/quantiles';
import type { ProjectedYear, SchemeProjection } from '#domain/projection/scheme-projection';
import type { Swing, SwingEnd } from '#domain/projection/tornado';
import type { Bilingual } from '#kernel/bilingual';
import { formatDecimal } from '#kernel/decimal-text';
import { fen, formatYuan, ZERO_FEN } from '#kernel/fen';
import { formatRational, rational } from '#kernel/rational';
import { findPool, findValue } from '#rules/pack/pack';

/** All that was reckoned of one insurance type. */
export interface ReckonedScheme {
  readonly plan: AdjustmentPlan;
  /** Pools as a register has them, by id; the pack's own names hold for others. */
  readonly names: Readonly<Record<string, Bilingual>>;
  readonly scheme: SchemeProjection;
  readonly floor: Floor | undefined;
  readonly years: readonly ProjectedYear[];
  readonly swings: readonly Swing[];
  readonly fan: readonly FanPoint[] | undefined;
  readonly paths: number;
  readonly explain: boolean;
}

/** Lays the years of one insurance type out as the contract has them; nothing is reckoned here but texts. */
export function schemeCourse(reckoned: ReckonedScheme): SchemeCourse {
  const { scheme, years, swings, explain } = reckoned;
  const rows = years.map((year) => yearView(reckoned, year));
  const firstOf = (pool: string, holds: (row: PoolYearView) => boolean): number | null =>
    rows.find(({ pools }) => pools.some((row) => row.id === pool && holds(row)))?.year ?? null;
  const none = formatYuan(ZERO_FEN);
  return {
    scheme: scheme.facts.scheme,
    assumptions: assumedIn(reckoned),
    years: rows,
    firstYears: {
      fundBelowZero: firstFundDeficit(years.map(({ result }) => result)) ?? null,
      pools: scheme.pools.map(({ id }) => ({
        id,
        name: nameOf(reckoned, id),
        belowFloor: firstOf(id, (row) => row.isBelowFloor),
        uncovered: firstOf(id, (row) => row.deficit !== none),
      })),
    },
    sensitivity: swings.map(swingView),
    ...(explain ? { explanation: explainYears(scheme, years) } : {}),
  };
}

function yearView(reckoned: ReckonedScheme, year: ProjectedYear): FundYearView {
  const { plan, scheme } = reckoned;
  const { facts, fund } = year.result;
  const floor = floorOf(plan, facts, reckoned.floor);
  return {
    year: facts.year,
    floor: floor === undefined ? null : floorView(floor),
    fund: {
      inflow: formatYuan(fund.inflow.fen),
      outflow: formatYuan(fund.outflow.fen),
      reserve: formatYuan(fund.reserve.fen),
      closingBalance: formatYuan(fund.closingBalance.fen),
      ...deficitTexts(deficitBetween(facts.fund.openingBalance, fund.closingBalance.fen)),
    },
    pools: poolYears(year, scheme.bands, floor).map((pool) => poolView(reckoned, facts.year, pool)),
  };
}

function poolView(reckoned: ReckonedScheme, year: number, pool: PoolYear): PoolYearView {
  const { scheme, fan, paths } = reckoned;
  const point = fan?.find((each) => each.year === year && each.pool === pool.id);
  const others = pool.total * PPM - pool.contributingPpm;
  return {
    id: pool.id,
    name: nameOf(reckoned, pool.id),
    persons: Object.fromEntries(
      scheme.bands.map(({ id }, index) => [id, (pool.persons[index] ?? 0n).toString()]),
    ),
    insured: pool.total.toString(),
    contributors: formatRational(rational(pool.contributingPpm, PPM), 2),
    contributorRatio: others === 0n ? null : formatRational(rational(pool.contributingPpm, others), 2),
    opening: formatYuan(pool.opening),
    income: formatYuan(pool.income),
    expenditure: formatYuan(pool.expenditure),
    levy: formatYuan(pool.levy),
    received: formatYuan(pool.received),
    cover: formatYuan(pool.cover),
    ...deficitTexts(pool),
    balance: formatYuan(pool.balance),
    months: pool.monthsHundredths === undefined ? null : monthsText(pool.monthsHundredths),
    isBelowFloor: pool.isBelow,
    refusedFor: pool.refusals.map(({ condition, cite }) => ({ condition, cite })),
    ...(point === undefined ? {} : { fan: pointView(point, paths) }),
  };
}

function deficitTexts({ deficit, uncovered }: Deficit): Readonly<Record<keyof Deficit, string>> {
  return { deficit: formatYuan(deficit), uncovered: formatYuan(uncovered) };
}

function pointView({ balance, months, below, belowSoFar }: FanPoint, paths: number): FanPointView {
  const share = (count: number): string =>
    `${formatRational(rational(BigInt(count) * 100n, BigInt(paths)), 2)}%`;
  return {
    balance: texts(balance, (value) => formatYuan(fen(value))),
    months: months === undefined ? null : texts(months, monthsText),
    below: share(below),
    belowSoFar: share(belowSoFar),
  };
}

function texts(
  { p5, p25, p50, p75, p95 }: Quantiles,
  text: (value: bigint) => string,
): FanPointView['balance'] {
  return { p5: text(p5), p25: text(p25), p50: text(p50), p75: text(p75), p95: text(p95) };
}

function swingView({ driver, pool, low, high, yearsMoved, closingMoved }: Swing): SwingView {
  const end = ({ ratePpm, firstBelow, closing }: SwingEnd): SwingView['low'] => ({
    rate: ppmText(ratePpm),
    firstBelow: firstBelow ?? null,
    closing: formatYuan(closing),
  });
  return {
    driver,
    label: DRIVER_LABELS[driver],
    pool: pool ?? null,
    low: end(low),
    high: end(high),
    yearsMoved,
    closingMoved: formatYuan(closingMoved),
  };
}

function floorView({ text, basis, cite }: Floor): FloorView {
  return { months: text, basis: basis ?? null, cite };
}

function nameOf({ plan, names }: ReckonedScheme, id: string): Bilingual {
  return names[id] ?? findPool(plan.pack, id)?.name ?? { zh: id, en: id };
}

function monthsText(hundredths: bigint): string {
  return formatDecimal({ coefficient: hundredths, scale: 2 });
}

function assumedIn({ plan, years }: ReckonedScheme): SchemeCourse['assumptions'] {
  const rows = years.flatMap(({ result }) =>
    result.assumptions.map(({ name, reading, standing }) => ({
      value: name,
      label: findValue(plan.pack, name)?.label ?? { zh: name, en: name },
      reading: reading ?? standing,
    })),
  );
  return [...new Map(rows.map((row) => [`${row.value} ${row.reading}`, row])).values()];
}
