import type { AdjustmentRequest } from '#application/adjustment/request';
import { changeOf, optionalChange, type Change, type OptionalChange } from '#application/scenarios/change';
import type { FirstYear, Projection } from '#application/scenarios/project-scenario';
import type { ProjectionRequest } from '#application/scenarios/projection-request';
import type { ReplacedValues } from '#application/scenarios/try-scenario';
import {
  firstFundDeficit,
  firstYears,
  isBelowFloor,
  lowestMonths,
  uncoveredOf,
} from '#domain/adjustment/projection/outlook';
import type { AdjustmentResult, PoolOutcome } from '#domain/adjustment/result';
import { present } from '#kernel/assert';
import type { Bilingual } from '#kernel/bilingual';
import { formatYuan, type Fen } from '#kernel/fen';
import type { Rational } from '#kernel/rational';
import { findPool, packName, packStatus } from '#rules/pack/pack';

/** Something of the baseline and of the scenario, without a difference; null where there is none. */
export interface Pair<T> {
  readonly baseline: T;
  readonly scenario: T;
}

export interface ProjectedPool {
  readonly id: string;
  readonly levy: Change;
  readonly received: Change;
  readonly uncovered: Change;
  readonly balanceAfter: Change;
  readonly monthsAfter: OptionalChange;
  readonly isBelowFloor: Pair<boolean>;
}

export interface ProjectedYear {
  readonly year: number;
  readonly fund: Readonly<Record<'inflow' | 'outflow' | 'reserve' | 'closingBalance', Change>>;
  /** What no source covers, of all pools and of the fund. */
  readonly uncovered: Change;
  /** The fewest months payable that any pool has, and which pool. */
  readonly lowestMonths: OptionalChange;
  readonly lowestPool: Pair<string | null>;
  readonly pools: readonly ProjectedPool[];
}

/** A scenario's years beside those of the policy as it is; amounts are text in yuan with two decimals. */
export interface ProjectionView {
  readonly pack: string;
  readonly packHash: string;
  readonly place: Bilingual;
  readonly status: 'in_force' | 'draft';
  readonly scheme: string;
  readonly values: ReplacedValues;
  readonly projection: ProjectionRequest;
  /** Values that the policy does not state, in any year of the scenario. */
  readonly assumptions: readonly { readonly value: string; readonly reading: string }[];
  readonly years: readonly ProjectedYear[];
  readonly firstYears: {
    readonly fundBelowZero: Pair<number | null>;
    readonly pools: readonly {
      readonly id: string;
      readonly name: Bilingual;
      readonly uncovered: Pair<number | null>;
      readonly belowFloor: Pair<number | null>;
    }[];
  };
}

/** Lays a projection out as the contract has it. Differences are reckoned exactly, from the figures as they are told. */
export function projectionView(
  { request, plan }: FirstYear,
  values: ReplacedValues,
  projection: ProjectionRequest,
  { assumptions: { floor }, baseline, scenario }: Projection,
): ProjectionView {
  return {
    pack: plan.pack.raw.id,
    packHash: plan.pack.hash,
    place: packName(plan.pack),
    status: packStatus(plan.pack),
    scheme: request.scheme,
    values,
    projection,
    assumptions: assumedIn(scenario),
    years: baseline.map((before, index) =>
      yearOf(before, present(scenario[index], 'the year of the scenario'), floor),
    ),
    firstYears: {
      fundBelowZero: {
        baseline: firstFundDeficit(baseline) ?? null,
        scenario: firstFundDeficit(scenario) ?? null,
      },
      pools: firstYearsOf(request, plan, baseline, scenario, floor),
    },
  };
}

function assumedIn(years: readonly AdjustmentResult[]): ProjectionView['assumptions'] {
  const rows = years.flatMap(({ assumptions }) =>
    assumptions.map(({ name, reading, standing }) => ({ value: name, reading: reading ?? standing })),
  );
  return [...new Map(rows.map((row) => [`${row.value} ${row.reading}`, row])).values()];
}

function firstYearsOf(
  { pools }: AdjustmentRequest,
  { pack }: FirstYear['plan'],
  baseline: readonly AdjustmentResult[],
  scenario: readonly AdjustmentResult[],
  floor: Rational | undefined,
): ProjectionView['firstYears']['pools'] {
  const [before, after] = [firstYears(baseline, floor), firstYears(scenario, floor)];
  return pools.map(({ id }, index) => ({
    id,
    name: findPool(pack, id)?.name ?? { zh: id, en: id },
    uncovered: { baseline: before[index]?.uncovered ?? null, scenario: after[index]?.uncovered ?? null },
    belowFloor: { baseline: before[index]?.belowFloor ?? null, scenario: after[index]?.belowFloor ?? null },
  }));
}

function yearOf(
  before: AdjustmentResult,
  after: AdjustmentResult,
  floor: Rational | undefined,
): ProjectedYear {
  const [lowestBefore, lowestAfter] = [lowestMonths(before), lowestMonths(after)];
  return {
    year: before.facts.year,
    fund: {
      inflow: changed(before.fund.inflow.fen, after.fund.inflow.fen),
      outflow: changed(before.fund.outflow.fen, after.fund.outflow.fen),
      reserve: changed(before.fund.reserve.fen, after.fund.reserve.fen),
      closingBalance: changed(before.fund.closingBalance.fen, after.fund.closingBalance.fen),
    },
    uncovered: changed(uncoveredOf(before), uncoveredOf(after)),
    lowestMonths: optionalChange(lowestBefore?.months ?? null, lowestAfter?.months ?? null),
    lowestPool: { baseline: lowestBefore?.pool ?? null, scenario: lowestAfter?.pool ?? null },
    pools: before.pools.map((pool, index) =>
      poolOf([before, pool], [after, present(after.pools[index], 'the pool of the scenario')], floor),
    ),
  };
}

type PoolInYear = readonly [AdjustmentResult, PoolOutcome];

function poolOf(before: PoolInYear, after: PoolInYear, floor: Rational | undefined): ProjectedPool {
  const both = <T>(of: (pool: PoolInYear) => T): Pair<T> => ({ baseline: of(before), scenario: of(after) });
  const amount = (of: (pool: PoolOutcome) => Fen): Change => changed(of(before[1]), of(after[1]));
  return {
    id: before[1].id,
    levy: amount((pool) => pool.levy.fen),
    received: amount((pool) => pool.received.fen),
    uncovered: changed(uncoveredOf(before[0], before[1].id), uncoveredOf(after[0], after[1].id)),
    balanceAfter: amount((pool) => pool.balanceAfter.fen),
    monthsAfter: optionalChange(before[1].monthsAfter, after[1].monthsAfter),
    isBelowFloor: both(([result, pool]) => isBelowFloor(result, pool, floor)),
  };
}

function changed(before: Fen, after: Fen): Change {
  return changeOf(formatYuan(before), formatYuan(after));
}
