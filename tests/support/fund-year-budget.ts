import { consolidateRound } from '#application/budget/consolidate-round';
import { decideConsolidation } from '#application/budget/decide-consolidation';
import { draftBudget } from '#application/budget/draft-budget';
import { openRound } from '#application/budget/open-round';
import type { DraftRequest } from '#application/budget/request';
import { reviewVersion, submitVersion } from '#application/budget/review-version';
import { partsOf, placeKey, placesOf } from '#domain/budget/table';
import { fen, formatYuan } from '#kernel/fen';
import { valueOf } from '#tests/support/decided';
import { FUND_YEAR, type PoolYear } from '#tests/support/fund-year-figures';
import type { FundYearPlace } from '#tests/support/fund-year-place';
import { FUND_ID, POOL_NAMES, type TypeYear } from '#tests/support/fund-year-scenario';

const BUDGETED_AT = '2025-12-01T08:00:00.000Z';
const SOURCE = 'test';

/** What a pool's budget plans: a little less income than comes in, and no deficit. */
function planned({ figures }: PoolYear): { readonly income: bigint; readonly spending: bigint } {
  const income = (figures.revenue * 19n) / 20n;
  const wanted = (figures.expenditure * 21n) / 20n;
  return { income, spending: wanted < income ? wanted : income };
}

/** Whether the year came out as its budget planned: no less income, no more spending. */
export function keepsBudget(pool: PoolYear): boolean {
  const { income, spending } = planned(pool);
  return pool.figures.revenue >= income && pool.figures.expenditure <= spending;
}

/** The year keeps books of employees as well; residents alone are budgeted. */
const RESIDENTS_ALONE = { reason: '本年只编制居民医保预算' };

/** Drafts, reviews, consolidates and adopts the residents' budgets of all books; gives each budget's id by pool. */
export async function adoptBudgets(
  place: FundYearPlace,
  residents: TypeYear,
): Promise<ReadonlyMap<string, string>> {
  const { services, maker, checker, pack } = place;
  const wanted = { place: FUND_ID, year: FUND_YEAR, pack: pack.raw.id };
  const { id: round } = valueOf(await openRound(services, maker, wanted, BUDGETED_AT));
  const budgets = new Map<string, string>();
  for (const draft of [...residents.pools.map(draftOfPool), draftOfFund()]) {
    const { budget } = valueOf(await draftBudget(services, maker, round, draft, BUDGETED_AT));
    valueOf(await submitVersion(services, maker, budget, BUDGETED_AT));
    const review = { decision: 'accepted', reason: '' } as const;
    valueOf(await reviewVersion(services, checker, budget, review, BUDGETED_AT));
    budgets.set(draft.pool, budget);
  }
  valueOf(await consolidateRound(services, maker, round, RESIDENTS_ALONE, BUDGETED_AT));
  const adopted = { decision: 'adopted', reason: '' } as const;
  valueOf(await decideConsolidation(services, checker, round, adopted, BUDGETED_AT));
  return budgets;
}

function draftOfPool(pool: PoolYear): DraftRequest {
  const { income, spending } = planned(pool);
  const amounts = { '4001/pooled': income, '5001.inpatient/pooled': spending };
  return draft(pool.pool, 'pool', pool.opening.pooled, amounts);
}

function draftOfFund(): DraftRequest {
  return draft(FUND_ID, 'fund', 0n, {});
}

function draft(
  pool: string,
  kind: 'pool' | 'fund',
  opening: bigint,
  amounts: Readonly<Record<string, bigint>>,
): DraftRequest {
  const given = (amount: bigint): { readonly amount: string; readonly source: string } => ({
    amount: formatYuan(fen(amount)),
    source: SOURCE,
  });
  const keys = placesOf(kind, 'resident', POOL_NAMES).map(placeKey);
  return {
    pool,
    insuranceType: 'resident',
    opening: Object.fromEntries(partsOf(kind, 'resident').map((part) => [part, given(opening)])),
    drivers: {},
    past: {},
    given: Object.fromEntries(keys.map((key) => [key, given(amounts[key] ?? 0n)])),
  };
}
