import type { PoolLine } from '#console/api/queries.ts';
import type { RunViewBody } from '#contract/runs';

/** Where a column stands in the table's head. */
export type ColumnGroup = 'before' | 'levy' | 'allocation' | 'burdens' | 'after';

/** What a column is named by: a fixed heading, a stage of the pack, or a bearer. */
export type ColumnName =
  | { readonly kind: 'balance' | 'months' | 'levy' | 'received' }
  | { readonly kind: 'stage' | 'bearer'; readonly code: string };

/** A column of the pools' table: which figure each pool has in it, and the node that explains it. */
export interface PoolColumn {
  readonly key: string;
  readonly group: ColumnGroup;
  readonly name: ColumnName;
  readonly content: 'amount' | 'months';
  /** The figure's text; null where it cannot be reckoned, undefined where there is none. */
  readonly textOf: (pool: PoolLine) => string | null | undefined;
  readonly figureOf: (pool: PoolLine) => string;
}

/** Bearers from the pool's own means outwards, and last what nobody bears; one not listed comes after all. */
const BEARERS = ['legacy_balance', 'own_balance', 'bonds', 'subsidy', 'local_treasury', 'city', 'uncovered'];

/** The columns of a run's table: the stages are the pack's, the bearers those that bore anything. */
export function poolColumns(view: Pick<RunViewBody, 'stages' | 'pools'>): readonly PoolColumn[] {
  const bearing = new Set(view.pools.flatMap((pool) => Object.keys(pool.burdens)));
  const bearers = [...new Set([...BEARERS, ...bearing])].filter((bearer) => bearing.has(bearer));
  return [
    ...standing('before', 'balanceBefore', 'monthsBefore'),
    amount('levy', 'levy', { kind: 'levy' }, (pool) => pool.levy),
    ...view.stages.map((stage) =>
      amount(stage, 'allocation', { kind: 'stage', code: stage }, (pool) => pool.stages[stage]),
    ),
    amount('received', 'allocation', { kind: 'received' }, (pool) => pool.received),
    ...bearers.map((bearer) =>
      amount(`burden/${bearer}`, 'burdens', { kind: 'bearer', code: bearer }, (pool) => pool.burdens[bearer]),
    ),
    ...standing('after', 'balanceAfter', 'monthsAfter'),
  ];
}

function amount(key: string, group: ColumnGroup, name: ColumnName, textOf: PoolColumn['textOf']): PoolColumn {
  return { key, group, name, content: 'amount', textOf, figureOf: (pool) => `${key}/${pool.id}` };
}

/** A pool's balance and months payable before or after the adjustment. */
function standing(
  group: 'before' | 'after',
  balance: 'balanceBefore' | 'balanceAfter',
  months: 'monthsBefore' | 'monthsAfter',
): readonly PoolColumn[] {
  return [
    amount(`balance-${group}`, group, { kind: 'balance' }, (pool) => pool[balance]),
    {
      key: `months-${group}`,
      group,
      name: { kind: 'months' },
      content: 'months',
      textOf: (pool) => pool[months],
      figureOf: (pool) => `months-${group}/${pool.id}`,
    },
  ];
}
