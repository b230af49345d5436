import type { AdjustmentFacts, PoolAmount, PoolAmounts, PoolFacts } from '#domain/adjustment/facts';
import {
  growAmount,
  growPersons,
  growthOf,
  type Growth,
  type GrowthAssumptions,
} from '#domain/adjustment/projection/growth';
import type { AdjustmentResult } from '#domain/adjustment/result';
import { present } from '#kernel/assert';
import { minFen, positivePart, sumFen, ZERO_FEN, type Fen } from '#kernel/fen';
import { parseInsuranceYear, type InsuranceYear } from '#kernel/insurance-year';

/**
 * Makes the facts of the year after a reckoned one, by simple growth. Pools and fund open with their closing balances;
 * income, spending and insured persons grow; decisions and events of the one year do not recur
 * (docs/reference/projection.md). The fund's interest and other income, replaced values, and attested, scored or
 * classified facts stay. A missing fact stays missing: it is never zero.
 */
export function factsOfNextYear(result: AdjustmentResult, growth: GrowthAssumptions): AdjustmentFacts {
  const { facts, fund } = result;
  const year: InsuranceYear | undefined = parseInsuranceYear(facts.year + 1);
  return {
    ...facts,
    year: present(year, 'a year after that of the facts'),
    fund: { ...facts.fund, openingBalance: fund.closingBalance.fen },
    pools: facts.pools.map((pool) => nextPool(pool, result, growthOf(growth, pool.id))),
    recoveries: [],
    reserveReleases: [],
  };
}

/** The figures of a pool's past year that the next one follows from. */
interface PastYear {
  readonly amounts: PoolAmounts;
  readonly growth: Growth;
  readonly levy: Fen;
  readonly balanceAfter: Fen;
  /** Amount borne by the pool's balance from before pooling. */
  readonly legacyUsed: Fen;
}

type Follows = (stated: Fen, past: PastYear) => Fen;

/** For amounts decided in, or caused by, the one year: nobody has promised them again. */
const doesNotRecur: Follows = () => ZERO_FEN;

/** The rule by which next year's amount follows from this year's stated one, for every field. */
const NEXT: Readonly<Record<PoolAmount, Follows>> = {
  collections: (stated, { growth }) => growAmount(stated, growth.collections),
  revenue: (stated, { growth }) => growAmount(stated, growth.revenue),
  expenditure: (stated, { growth }) => growAmount(stated, growth.expenditure),
  /** The task keeps its proportion to what is collected. */
  collectionTask: (stated, { growth }) => growAmount(stated, growth.collections),
  /** This year's collections; where only last year's are stated, they grow alike. */
  priorCollections: (stated, { amounts, growth }) =>
    amounts.collections ?? growAmount(stated, growth.collections),
  priorLevy: (_, { levy }) => levy,
  openingBalance: (_, { balanceAfter }) => balanceAfter,
  /** Less what was used of it, and never above the balance that it is a part of. */
  legacyBalance: (stated, { legacyUsed, balanceAfter }) =>
    minFen(positivePart(stated - legacyUsed), positivePart(balanceAfter)),
  breachLoss: doesNotRecur,
  auditedPriorGap: doesNotRecur,
  bondsRealised: doesNotRecur,
  sameLevelSubsidy: doesNotRecur,
  treasuryCover: doesNotRecur,
  emergency: doesNotRecur,
};

function nextPool(pool: PoolFacts, result: AdjustmentResult, growth: Growth): PoolFacts {
  const outcome = present(
    result.pools.find(({ id }) => id === pool.id),
    `the outcome of pool ${pool.id}`,
  );
  const fromLegacy = result.burdens.filter((row) => row.pool === pool.id && row.bearer === 'legacy_balance');
  const past: PastYear = {
    amounts: pool.amounts,
    growth,
    levy: outcome.levy.fen,
    balanceAfter: outcome.balanceAfter.fen,
    legacyUsed: sumFen(fromLegacy.map((row) => row.amount.fen)),
  };
  const stated = Object.entries(pool.amounts) as readonly (readonly [PoolAmount, Fen])[];
  return {
    ...pool,
    amounts: Object.fromEntries(stated.map(([field, amount]) => [field, NEXT[field](amount, past)])),
    ...(pool.insured === undefined ? {} : { insured: growPersons(pool.insured, growth.insured) }),
  };
}
