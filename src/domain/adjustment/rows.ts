import type { AttestedCondition } from '#domain/adjustment/facts';
import type { Rate } from '#kernel/rate';
import type { Figure } from '#rules/explain/trace';

/** The stages in which an adjustment fund pays pools. */
export type Stage =
  | 'recovery_return'
  | 'normal'
  | 'emergency'
  | 'incentive'
  | 'gap_share'
  | 'reserve_release'
  | 'distribution'
  | 'full_pooling';

/** The condition by which a pool, or one application of it, is refused. */
export type RefusedCondition = AttestedCondition | 'deficitCovered' | 'emergencyCause' | 'gapCause';

/** The bearers of what the pool itself cannot bear. */
export type Bearer =
  'own_balance' | 'legacy_balance' | 'local_treasury' | 'bonds' | 'subsidy' | 'city' | 'uncovered';

/** Bearers whose part is new money for the pool; the others spend what it has, or put nothing in. */
export const BEARERS_PUTTING_IN: readonly Bearer[] = ['local_treasury', 'bonds', 'subsidy'];

export interface LevyRow {
  readonly pool: string;
  readonly base: Figure;
  readonly rate: Rate;
  readonly amount: Figure;
  readonly cite: readonly string[];
}

export interface AllocationRow {
  readonly stage: Stage;
  readonly pool: string;
  readonly amount: Figure;
  readonly cite: readonly string[];
}

export interface RefusalRow {
  readonly pool: string;
  readonly condition: RefusedCondition;
  readonly cite: readonly string[];
}

export interface BurdenRow {
  readonly pool: string;
  readonly bearer: Bearer;
  readonly amount: Figure;
  readonly cite: readonly string[];
}
