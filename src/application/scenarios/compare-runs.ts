import type { AdjustmentOutput, ExplainedOutput } from '#application/adjustment/output';
import type { PoolRequest } from '#application/adjustment/request';
import type { RunSummary } from '#application/ports/run-store';
import {
  changeOf,
  changesOf,
  optionalChange,
  type Change,
  type OptionalChange,
} from '#application/scenarios/change';
import type { Baseline } from '#application/scenarios/open-baseline';
import type { ReplacedValues } from '#application/scenarios/try-scenario';
import type { AssumptionView } from '#application/views/assumption-view';
import { runView, type PoolLine, type RunView } from '#application/views/run-view';
import { present } from '#kernel/assert';
import type { Bilingual } from '#kernel/bilingual';
import { fenOf, formatYuan, sumFen, ZERO_FEN } from '#kernel/fen';

type RefusedRow = AdjustmentOutput['refusals'][number];

export interface PoolChange {
  readonly id: string;
  readonly name: Bilingual;
  readonly balanceBefore: string;
  readonly levy: Change;
  readonly stages: Readonly<Record<string, Change>>;
  readonly received: Change;
  readonly burdens: Readonly<Record<string, Change>>;
  readonly balanceAfter: Change;
  readonly monthsAfter: OptionalChange;
}

export interface ReducedCover {
  readonly pool: string;
  readonly given: string;
  readonly credited: string;
}

/** A scenario beside the run that it varies, figure by figure. */
export interface ScenarioComparison {
  readonly run: RunSummary;
  readonly place: Bilingual;
  readonly status: 'in_force' | 'draft';
  readonly values: ReplacedValues;
  readonly stages: readonly string[];
  readonly targetMonths: OptionalChange;
  readonly pools: readonly PoolChange[];
  readonly totals: { readonly levy: Change; readonly received: Change; readonly balanceAfter: Change };
  readonly fund: {
    readonly inflow: Change;
    readonly outflow: Change;
    readonly reserve: Change;
    readonly closingBalance: Change;
  };
  /** Refusals of pools or applications that only the scenario has, and those that only the run has. */
  readonly refusals: { readonly gained: readonly RefusedRow[]; readonly lost: readonly RefusedRow[] };
  /** Pools whose given treasury cover is above their deficit in the scenario: only the deficit is credited. */
  readonly reducedCovers: readonly ReducedCover[];
  readonly assumptions: readonly AssumptionView[];
  readonly output: AdjustmentOutput;
}

/** Lays a scenario beside its run. Differences are reckoned exactly, from the figures as both say them. */
export function compareRuns(
  { run, request }: Baseline,
  values: ReplacedValues,
  scenario: ExplainedOutput,
): ScenarioComparison {
  const before = runView(run);
  const after = runView({ ...run, output: scenario });
  return {
    run: run.summary,
    place: before.place,
    status: before.status,
    values,
    stages: before.stages,
    targetMonths: optionalChange(before.targetMonths, after.targetMonths),
    pools: before.pools.map((pool) => poolChange(pool, poolOf(after, pool.id))),
    totals: {
      levy: totalChange(before, after, 'levy'),
      received: totalChange(before, after, 'received'),
      balanceAfter: totalChange(before, after, 'balanceAfter'),
    },
    fund: fundChange(before.output.fund, after.output.fund),
    refusals: {
      gained: missingIn(before.output.refusals, after.output.refusals),
      lost: missingIn(after.output.refusals, before.output.refusals),
    },
    reducedCovers: request.pools.flatMap((pool) => reducedCover(pool, poolOf(after, pool.id))),
    assumptions: after.assumptions,
    output: after.output,
  };
}

function poolOf(view: RunView, id: string): PoolLine {
  return present(
    view.pools.find((pool) => pool.id === id),
    `the pool ${id}: a scenario has the pools of its run`,
  );
}

function reducedCover({ id, treasuryCover }: PoolRequest, after: PoolLine): readonly ReducedCover[] {
  const credited = after.burdens['local_treasury'] ?? formatYuan(ZERO_FEN);
  if (treasuryCover === undefined || fenOf(treasuryCover) <= fenOf(credited)) return [];
  return [{ pool: id, given: formatYuan(fenOf(treasuryCover)), credited }];
}

function poolChange(before: PoolLine, after: PoolLine): PoolChange {
  return {
    id: before.id,
    name: before.name,
    balanceBefore: before.balanceBefore,
    levy: changeOf(before.levy, after.levy),
    stages: changesOf(before.stages, after.stages),
    received: changeOf(before.received, after.received),
    burdens: changesOf(before.burdens, after.burdens),
    balanceAfter: changeOf(before.balanceAfter, after.balanceAfter),
    monthsAfter: optionalChange(before.monthsAfter, after.monthsAfter),
  };
}

function fundChange(
  before: AdjustmentOutput['fund'],
  after: AdjustmentOutput['fund'],
): ScenarioComparison['fund'] {
  return {
    inflow: changeOf(before.inflow, after.inflow),
    outflow: changeOf(before.outflow, after.outflow),
    reserve: changeOf(before.reserve, after.reserve),
    closingBalance: changeOf(before.closingBalance, after.closingBalance),
  };
}

function totalChange(before: RunView, after: RunView, of: 'levy' | 'received' | 'balanceAfter'): Change {
  const total = ({ pools }: RunView): string => {
    return formatYuan(sumFen(pools.map((pool) => fenOf(pool[of]))));
  };
  return changeOf(total(before), total(after));
}

function missingIn(rows: readonly RefusedRow[], candidates: readonly RefusedRow[]): readonly RefusedRow[] {
  const known = new Set(rows.map(({ pool, condition }) => `${pool} ${condition}`));
  return candidates.filter(({ pool, condition }) => !known.has(`${pool} ${condition}`));
}
