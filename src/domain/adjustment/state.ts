import { present } from '#kernel/assert';
import { fen, positivePart, sumFen, ZERO_FEN, type Fen } from '#kernel/fen';
import type { AdjustmentFacts, PoolAmount, PoolFacts } from '#domain/adjustment/facts';
import {
  BEARERS_PUTTING_IN,
  type AllocationRow,
  type BurdenRow,
  type LevyRow,
  type RefusalRow,
  type Stage,
} from '#domain/adjustment/rows';
import type { Figure } from '#rules/explain/trace';

/** A pool within the pipeline: its facts, each amount as an explained figure, and its balance before. */
export interface PoolState {
  readonly facts: PoolFacts;
  readonly given: Readonly<Partial<Record<PoolAmount, Figure>>>;
  readonly balanceBefore: Figure;
}

/** The decisions of the steps so far. Each step returns a new state; rows are only added. */
export interface AdjustmentState {
  readonly facts: AdjustmentFacts;
  readonly pools: readonly PoolState[];
  readonly opening: Figure;
  /** Everything that came into the fund this year, recoveries included. */
  readonly inflow: readonly Figure[];
  readonly levies: readonly LevyRow[];
  readonly allocations: readonly AllocationRow[];
  readonly refusals: readonly RefusalRow[];
  readonly burdens: readonly BurdenRow[];
  /** Balance after levy and cover, where a step has reckoned it (JX-R5). */
  readonly balanceAfterLevy: ReadonlyMap<string, Figure>;
  /** The gap of each pool, where a step shares it or leaves it to be borne. */
  readonly gaps: ReadonlyMap<string, Figure>;
  /** The part of the fund set aside as risk reserve, this year's and earlier. */
  readonly reserve?: Figure;
  /** Balances after adjustment, where the pools' books are not closed by the common rule (R-5). */
  readonly balanceAfter?: ReadonlyMap<string, Figure>;
  /** Pools that no stage may pay, with the figure that tells why. */
  readonly gated: ReadonlyMap<string, { readonly node: string }>;
}

/** Gets a given amount that the pipeline's needs have ensured. */
export function given(pool: PoolState, field: PoolAmount): Figure {
  return present(pool.given[field], `${field} of pool ${pool.facts.id}`);
}

export function levyOf(state: AdjustmentState, pool: string): Figure {
  return present(
    state.levies.find((row) => row.pool === pool),
    `the levy of pool ${pool}`,
  ).amount;
}

export function receivedOf(state: AdjustmentState, pool: string): readonly Figure[] {
  return state.allocations.filter((row) => row.pool === pool).map((row) => row.amount);
}

export function stageOf(state: AdjustmentState, stage: Stage): readonly AllocationRow[] {
  return state.allocations.filter((row) => row.stage === stage);
}

export function inflowTotal(state: AdjustmentState): Fen {
  return sumFen(state.inflow.map((figure) => figure.fen));
}

export function outflowTotal(state: AdjustmentState): Fen {
  return sumFen(state.allocations.map((row) => row.amount.fen));
}

/** Sums what the fund can still pay: this year's inflow and its opening balance, less allocations (JX-R6). */
export function availableTotal(state: AdjustmentState): Fen {
  return fen(state.opening.fen + inflowTotal(state) - outflowTotal(state));
}

/** Reckons the unspent inflow of this year, which is spent before the opening balance (JX-R6). */
export function inflowLeft(state: AdjustmentState): Fen {
  return positivePart(inflowTotal(state) - outflowTotal(state));
}

/** Lists a pool's burdens that put money into it; `uncovered` adds nothing. */
export function putIn(state: AdjustmentState, pool: string): readonly Figure[] {
  return state.burdens
    .filter((row) => row.pool === pool && BEARERS_PUTTING_IN.includes(row.bearer))
    .map((row) => row.amount);
}

export function isAboveZero(figure: Figure): boolean {
  return figure.fen > ZERO_FEN;
}
