/**
 * Reference model of full pooling in Jinhua: an oracle, written from the readings and JH-R1 to
 * JH-R5 and the command contract alone. It shares no code with the product on purpose.
 */
import {
  canonicalise,
  fenOf,
  fractionOf,
  least,
  ModelRefusal,
  monthsOf,
  orZero,
  sum,
  timesHalfUp,
  yuanOf,
} from '#tests/scenarios/models/model-arithmetic';
import type { BurdenRow, Fraction, ModelResult, PoolRow } from '#tests/scenarios/models/model-arithmetic';
import { checkYear, readFund, readLegacy, readPools } from '#tests/scenarios/models/model-input';
import type { CommonPoolInput, FundInput, Scheme } from '#tests/scenarios/models/model-input';

export type CountyClass = 1 | 2 | 3;

export interface JinhuaPoolInput extends CommonPoolInput {
  legacyBalance: string;
  breachLoss: string;
  kind: 'county' | 'district';
  class: CountyClass;
  collectionTask: string;
  auditedPriorGap: string;
}

export interface JinhuaInput {
  year: number;
  scheme: Scheme;
  values?: Partial<Record<'gap_share', string>>;
  fund: FundInput;
  pools: JinhuaPoolInput[];
}

interface Book {
  id: string;
  revenue: bigint;
  expenditure: bigint;
  opening: bigint;
  before: bigint;
  /** What the county's old balance, its treasury and the city bear. */
  fromLegacy: bigint;
  fromTreasury: bigint;
  fromCity: bigint;
}

/** JH-R3: the city's share by class of county; delegated, so assumed unless the run states one. */
const CITY_SHARE: Readonly<Record<CountyClass, Fraction>> = {
  1: { over: 50n, under: 100n },
  2: { over: 55n, under: 100n },
  3: { over: 60n, under: 100n },
};

/** JH-R2: an urban district has no gap of its own from before pooling. */
const readPriorGap = (pool: JinhuaPoolInput, place: string): bigint => {
  if (!['county', 'district'].includes(pool.kind)) throw new ModelRefusal('bad_value', `${place}.kind`);
  const priorGap = fenOf(pool.auditedPriorGap, `${place}.auditedPriorGap`);
  if (pool.kind === 'district' && priorGap > 0n) {
    throw new ModelRefusal('prior_gap_of_district', `${place}.auditedPriorGap`);
  }
  return priorGap;
};

const openBooks = (input: JinhuaInput): Book[] => {
  const stated = input.values?.gap_share;
  const oneShare = stated === undefined ? undefined : fractionOf(stated, '%', 'values.gap_share');
  return readPools(input.pools, (pool, { collections, revenue, expenditure, opening }, place) => {
    if (![1, 2, 3].includes(pool.class)) throw new ModelRefusal('bad_value', `${place}.class`);
    const legacy = readLegacy(pool.legacyBalance, opening, place);
    const priorGap = readPriorGap(pool, place);
    const breach = fenOf(pool.breachLoss, `${place}.breachLoss`);
    const shortfall = orZero(fenOf(pool.collectionTask, `${place}.collectionTask`) - collections);

    // JH-R3: what is left to share once the county bears breaches and the shortfall by itself.
    const toShare = orZero(expenditure - breach - revenue - shortfall);
    const fromCity = timesHalfUp(toShare, oneShare ?? CITY_SHARE[pool.class]);

    // JH-R4: the old balance stands in for the shortfall and the county's part, never for the other two.
    const eligible = shortfall + (toShare - fromCity);
    const fromLegacy = least(eligible, legacy);
    return { fromLegacy, fromTreasury: eligible - fromLegacy + priorGap + breach, fromCity };
  });
};

export const computeJinhua = (input: JinhuaInput): ModelResult => {
  // from 2022, for both insurance types.
  checkYear(input, { employee: 2022, resident: 2022 });
  const fund = readFund(input.fund);
  const books = openBooks(input);

  // JH-R5.
  const remitted = sum(books.map((book) => book.revenue));
  const borne = sum(books.map((book) => book.fromLegacy + book.fromTreasury));
  const inflow = remitted + fund.income + borne;
  const outflow = sum(books.map((book) => book.expenditure));
  const closing = fund.opening + inflow - outflow;
  return canonicalise({
    levies: books.map(({ id, revenue }) => ({
      pool: id,
      base: yuanOf(revenue),
      rate: '100%',
      amount: yuanOf(revenue),
    })),
    allocations: books.map(({ id, expenditure }) => ({
      stage: 'full_pooling',
      pool: id,
      amount: yuanOf(expenditure),
    })),
    refusals: [],
    burdens: [
      ...books.flatMap(burdenRows),
      { pool: 'city', bearer: 'uncovered', amount: yuanOf(orZero(-closing)) },
    ],
    fund: {
      inflow: yuanOf(inflow),
      outflow: yuanOf(outflow),
      reserve: '0.00',
      closingBalance: yuanOf(closing),
    },
    pools: books.map(poolRow),
  });
};

// ---- rows of the output ----

const burdenRows = (book: Book): BurdenRow[] => [
  { pool: book.id, bearer: 'legacy_balance', amount: yuanOf(book.fromLegacy) },
  { pool: book.id, bearer: 'local_treasury', amount: yuanOf(book.fromTreasury) },
  { pool: book.id, bearer: 'city', amount: yuanOf(book.fromCity) },
];

/** JH-R1: figures of responsibility, not cash; only the old balance that was used leaves the county's book. */
const poolRow = (book: Book): PoolRow => {
  const after = book.opening - book.fromLegacy;
  return {
    id: book.id,
    balanceBefore: yuanOf(book.before),
    levy: yuanOf(book.revenue),
    received: yuanOf(book.expenditure),
    balanceAfter: yuanOf(after),
    monthsAfter: monthsOf(after, book.expenditure),
  };
};
