/** What the inputs of all places have in common, read as fen: the first lines of the contract. */
import type { InsuranceType } from '#kernel/insurance-type';
import { fenOf, ModelRefusal } from '#tests/scenarios/models/model-arithmetic';

export type Scheme = InsuranceType;

/** The first years of a place by insurance type; a type the place does not pool has none. */
type FirstYears = Partial<Record<Scheme, number>>;

export type FundInput = Record<'openingBalance' | 'interest' | 'otherIncome', string>;

export interface CommonPoolInput {
  id: string;
  collections: string;
  priorCollections: string;
  revenue: string;
  expenditure: string;
  openingBalance: string;
}

interface CommonFigures {
  id: string;
  collections: bigint;
  priorCollections: bigint;
  revenue: bigint;
  expenditure: bigint;
  opening: bigint;
  /** before any adjustment flow. */
  before: bigint;
}

interface FundFigures {
  opening: bigint;
  /** Interest and other income. */
  income: bigint;
}

export const checkYear = (input: { year: number; scheme: Scheme }, first: FirstYears): void => {
  const began = first[input.scheme];
  if (began === undefined || !Number.isInteger(input.year) || input.year < began) {
    throw new ModelRefusal('not_in_force', 'year');
  }
};

export const readFund = (fund: FundInput): FundFigures => ({
  opening: fenOf(fund.openingBalance, 'fund.openingBalance'),
  income: fenOf(fund.interest, 'fund.interest') + fenOf(fund.otherIncome, 'fund.otherIncome'),
});

const readFigures = (pool: CommonPoolInput, place: string): CommonFigures => {
  const revenue = fenOf(pool.revenue, `${place}.revenue`);
  const expenditure = fenOf(pool.expenditure, `${place}.expenditure`);
  const opening = fenOf(pool.openingBalance, `${place}.openingBalance`, true);
  return {
    id: pool.id,
    collections: fenOf(pool.collections, `${place}.collections`),
    priorCollections: fenOf(pool.priorCollections, `${place}.priorCollections`),
    revenue,
    expenditure,
    opening,
    before: opening + revenue - expenditure,
  };
};

/** Reads each pool, first what is common and then what is the place's own. */
export const readPools = <Pool extends CommonPoolInput, Own extends object>(
  pools: readonly Pool[],
  readOwn: (pool: Pool, figures: CommonFigures, place: string) => Own,
): (CommonFigures & Own)[] => {
  const known = new Set<string>();
  return pools.map((pool, index) => {
    const place = `pools[${index}]`;
    if (known.has(pool.id)) throw new ModelRefusal('duplicate_pool', `${place}.id`);
    known.add(pool.id);
    const figures = readFigures(pool, place);
    return { ...figures, ...readOwn(pool, figures, place) };
  });
};

/** The part of the opening balance from before pooling: at most max(0, opening balance). */
export const readLegacy = (text: string, opening: bigint, place: string): bigint => {
  const legacy = fenOf(text, `${place}.legacyBalance`);
  if (legacy > 0n && legacy > opening) {
    throw new ModelRefusal('legacy_above_opening', `${place}.legacyBalance`);
  }
  return legacy;
};
