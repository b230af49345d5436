import type { InsuranceType } from '#kernel/insurance-type';
import { poolYear } from '#tests/support/fund-year-events';
import { seeded, type PoolYear, type YearEvent } from '#tests/support/fund-year-figures';

/** The adjustment fund, which is also the path of the place that compiles everything. */
export const FUND_ID = 'yunhai';

/** Sixteen pools below it. */
export const POOL_NAMES: readonly string[] = Array.from(
  { length: 16 },
  (_, index) => `p${String(index + 1).padStart(2, '0')}`,
);

/** Sixteen pools and their fund for one insurance type. */
export interface TypeYear {
  readonly type: InsuranceType;
  readonly pools: readonly PoolYear[];
  /** Null where the place has no adjustment fund for the type. */
  readonly fund: FundYear | null;
  /** Of all books, month by month. */
  readonly events: readonly YearEvent[];
}

export interface FundYear {
  readonly opening: bigint;
  readonly interest: bigint;
  /** Last year's levies and allocations that were settled in this year, by pool. */
  readonly levied: ReadonlyMap<string, bigint>;
  readonly allocated: ReadonlyMap<string, bigint>;
}

export function typeYear(
  seed: string,
  type: InsuranceType,
  { marksLegacy, hasFund }: { readonly marksLegacy: boolean; readonly hasFund: boolean },
): TypeYear {
  const pools = POOL_NAMES.map((pool, index) => poolYear(seed, pool, index, type, marksLegacy));
  const made = hasFund ? fundYear(seed, type, pools) : undefined;
  const events = [...pools.flatMap((pool) => pool.events), ...(made?.events ?? [])];
  return {
    type,
    pools,
    fund: made?.fund ?? null,
    events: events.toSorted((a, b) => a.month - b.month),
  };
}

/** The fund's interest, and last year's settlement: levies paid whole, allocations of some pools paid but for a rest. */
function fundYear(
  seed: string,
  type: InsuranceType,
  pools: readonly PoolYear[],
): { readonly fund: FundYear; readonly events: readonly YearEvent[] } {
  const random = seeded(`${seed} fund ${type}`);
  const events: YearEvent[] = [];
  const levied = new Map<string, bigint>();
  const allocated = new Map<string, bigint>();
  for (const [index, { pool, figures }] of pools.entries()) {
    const levy = figures.collections / random.between(20n, 33n);
    const up = { pool, otherPool: FUND_ID, amounts: { levy } };
    events.push({ template: 'levy_due', month: 2, ...up }, { template: 'levy_paid', month: 3, ...up });
    levied.set(pool, levy);
    if (index % 4 !== 0) continue;
    const paid = (levy * 2n) / 3n;
    const down = { pool: FUND_ID, otherPool: pool };
    events.push(
      { template: 'allocation_decided', month: 4, ...down, amounts: { allocation: levy } },
      { template: 'allocation_paid', month: 5, ...down, amounts: { allocation: paid } },
    );
    allocated.set(pool, paid);
  }
  const quarters = [3, 6, 9, 12].map((month) => ({ month, fund: random.between(1_000_01n, 9_000_99n) }));
  for (const { month, fund } of quarters)
    events.push({ template: 'adjustment_fund_interest', month, pool: FUND_ID, amounts: { fund } });
  return {
    events,
    fund: {
      opening: random.between(1_000_000_00n, 3_000_000_00n),
      interest: quarters.reduce((sum, { fund }) => sum + fund, 0n),
      levied,
      allocated,
    },
  };
}
