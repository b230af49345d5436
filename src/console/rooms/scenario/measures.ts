import type { Change, OptionalChange, ScenarioPool } from '#console/api/scenario-queries.ts';
import type { ScenarioComparisonBody } from '#contract/scenarios';
import { fenOf, formatYuan, sumFen } from '#kernel/fen';

/** What of each pool is compared: the change, the node that explains the scenario's figure, and the total. */
export interface Measure {
  readonly name: MeasureName;
  readonly content: 'amount' | 'months';
  readonly changeOf: (pool: ScenarioPool) => Change | OptionalChange | undefined;
  readonly figureOf: (pool: ScenarioPool) => string;
  readonly total?: Change;
}

export type MeasureName =
  | { readonly kind: 'levy' | 'received' | 'balanceAfter' | 'monthsAfter' }
  | { readonly kind: 'stage'; readonly code: string };

export const MEASURE_SETS = ['overview', 'stages'] as const;
export type MeasureSet = (typeof MEASURE_SETS)[number];

export function measuresOf(
  { stages, totals, pools }: Pick<ScenarioComparisonBody, 'stages' | 'totals' | 'pools'>,
  set: MeasureSet,
): readonly Measure[] {
  const received = amount('received', 'received', totals.received);
  if (set === 'stages') return [...stages.map((code) => stage(code, pools)), received];
  return [
    amount('levy', 'levy', totals.levy),
    received,
    amount('balanceAfter', 'balance-after', totals.balanceAfter),
    {
      name: { kind: 'monthsAfter' },
      content: 'months',
      changeOf: (pool) => pool.monthsAfter,
      figureOf: (pool) => `months-after/${pool.id}`,
    },
  ];
}

function amount(kind: 'levy' | 'received' | 'balanceAfter', node: string, total: Change): Measure {
  return {
    name: { kind },
    content: 'amount',
    changeOf: (pool) => pool[kind],
    figureOf: (pool) => `${node}/${pool.id}`,
    total,
  };
}

function stage(code: string, pools: readonly ScenarioPool[]): Measure {
  const total = (side: keyof Change): string =>
    formatYuan(sumFen(pools.map((pool) => fenOf(pool.stages[code]?.[side] ?? '0.00'))));
  return {
    name: { kind: 'stage', code },
    content: 'amount',
    changeOf: (pool) => pool.stages[code],
    figureOf: (pool) => `${code}/${pool.id}`,
    total: {
      baseline: total('baseline'),
      scenario: total('scenario'),
      difference: total('difference'),
    },
  };
}
