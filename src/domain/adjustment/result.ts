import type { AdjustmentFacts } from '#domain/adjustment/facts';
import type { NotedValue } from '#domain/adjustment/mechanism';
import type { AllocationRow, BurdenRow, LevyRow, RefusalRow } from '#domain/adjustment/rows';
import type { Pack } from '#rules/pack/pack';
import type { ExplainedNode } from '#rules/explain/node';
import type { Figure } from '#rules/explain/trace';

/** One pool's figures before and after the year's adjustment. */
export interface PoolOutcome {
  readonly id: string;
  readonly balanceBefore: Figure;
  readonly levy: Figure;
  readonly received: Figure;
  readonly balanceAfter: Figure;
  /** Two decimals, half up; null without expenditure. */
  readonly monthsBefore: string | null;
  readonly monthsAfter: string | null;
}

/** A proposal of the year's adjustment, every figure explained. Rows keep the input's order of pools. */
export interface AdjustmentResult {
  readonly pack: Pack;
  readonly facts: AdjustmentFacts;
  /** Values that the policy does not state: assumed, provisional, or replaced for this run. */
  readonly assumptions: readonly NotedValue[];
  readonly levies: readonly LevyRow[];
  readonly allocations: readonly AllocationRow[];
  readonly refusals: readonly RefusalRow[];
  readonly burdens: readonly BurdenRow[];
  readonly fund: {
    readonly inflow: Figure;
    readonly outflow: Figure;
    readonly reserve: Figure;
    readonly closingBalance: Figure;
  };
  readonly pools: readonly PoolOutcome[];
  readonly nodes: readonly ExplainedNode[];
}
