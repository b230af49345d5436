/**
 * What Shandong and Anhui have in common: a levy on last year's premiums, and a fund that bears part of the
 * gap of a city (SD-R2 to SD-R4, AH-R3, AH-R4, R-4 to R-6). The two models state only what sets them apart.
 */
import {
  canonicalise,
  fenOf,
  fractionOf,
  least,
  ModelRefusal,
  monthsOf,
  orZero,
  rateOf,
  splitPot,
  sum,
  timesHalfUp,
  yuanOf,
} from '#tests/scenarios/models/model-arithmetic';
import type { BurdenRow, Fraction, ModelResult, PoolRow } from '#tests/scenarios/models/model-arithmetic';
import { readFund, readPools } from '#tests/scenarios/models/model-input';
import type { CommonPoolInput, FundInput, Scheme } from '#tests/scenarios/models/model-input';

const CAUSES = ['policy', 'emergency', 'proper', 'dependency', 'other'] as const;
export type GapCause = (typeof CAUSES)[number];

export interface SharingPoolInput extends CommonPoolInput {
  /** Needed unless the run states `gap_share`. */
  assessmentScore?: string;
  gapCause: GapCause;
  bondsRealised?: string;
  sameLevelSubsidy?: string;
}

export interface SharingInput<Pool extends SharingPoolInput> {
  year: number;
  scheme: Scheme;
  values?: Partial<Record<'levy_rate' | 'gap_share', string>>;
  fund: FundInput;
  pools: Pool[];
}

interface SharingRules<Pool> {
  levyRate: Fraction;
  acceptedCauses: readonly GapCause[];
  /** The most that the fund bears of one pool's gap, or undefined for no cap. */
  capOf: (pool: Pool, place: string) => bigint | undefined;
}

/** One pool: what is known of it, and in the second half who bears what. */
interface Book {
  id: string;
  base: bigint;
  expenditure: bigint;
  before: bigint;
  levy: bigint;
  gap: bigint;
  refused: boolean;
  /** The fund's part before any scaling. */
  wanted: bigint;
  /** What the levy leaves of the opening balance, and what neither that nor a surplus meets of the levy. */
  ownLeft: bigint;
  levyUnmet: bigint;
  bondsStated: bigint;
  subsidyStated: bigint;
  part: bigint;
  own: bigint;
  bonds: bigint;
  subsidy: bigint;
  uncovered: bigint;
}

// ---- the fund's part ----

/** SD-R2, AH-R3: the assumption, equal for gaps of any size. */
const shareOfScore = (score: string | undefined, place: string): Fraction => {
  const { over, under } = fractionOf(score, '', place);
  if (over > 100n * under) throw new ModelRefusal('bad_value', place);
  if (over >= 90n * under) return { over: 60n, under: 100n };
  if (over >= 80n * under) return { over: 50n, under: 100n };
  if (over >= 60n * under) return { over: 40n, under: 100n };
  return { over: 30n, under: 100n };
};

const statedOr = (text: string | undefined, place: string): bigint =>
  text === undefined ? 0n : fenOf(text, place);

/** Each pool with its levy and the part it would have of a fund rich enough; who bears the rest is open. */
const openBooks = <Pool extends SharingPoolInput>(
  input: SharingInput<Pool>,
  rules: SharingRules<Pool>,
): Book[] => {
  const stated = input.values?.gap_share;
  const oneShare = stated === undefined ? undefined : fractionOf(stated, '%', 'values.gap_share');
  return readPools(input.pools, (pool, { priorCollections, revenue, expenditure, opening }, place) => {
    if (!CAUSES.includes(pool.gapCause)) throw new ModelRefusal('bad_value', `${place}.gapCause`);
    const share = oneShare ?? shareOfScore(pool.assessmentScore, `${place}.assessmentScore`);
    const cap = rules.capOf(pool, place);
    const bondsStated = statedOr(pool.bondsRealised, `${place}.bondsRealised`);
    const subsidyStated = statedOr(pool.sameLevelSubsidy, `${place}.sameLevelSubsidy`);

    const levy = timesHalfUp(priorCollections, rules.levyRate);
    const gap = orZero(expenditure - revenue);
    const refused = gap > 0n && !rules.acceptedCauses.includes(pool.gapCause);
    const shared = refused ? 0n : timesHalfUp(gap, share);
    const wanted = cap === undefined ? shared : least(shared, cap);

    // SD-R4: the levy is met from the surplus first, then from the opening balance, if there is any.
    const levyOnOpening = orZero(levy - orZero(revenue - expenditure));
    const ownLeft = orZero(opening - levyOnOpening);
    const levyUnmet = orZero(levyOnOpening - orZero(opening));
    const open = { part: 0n, own: 0n, bonds: 0n, subsidy: 0n, uncovered: 0n };
    const means = { ownLeft, levyUnmet, bondsStated, subsidyStated };
    return { base: priorCollections, levy, gap, refused, wanted, ...means, ...open };
  });
};

// ---- the calculation ----

export const computeSharing = <Pool extends SharingPoolInput>(
  input: SharingInput<Pool>,
  rules: SharingRules<Pool>,
): ModelResult => {
  const fund = readFund(input.fund);
  const books = openBooks(input, rules);
  const inflow = sum(books.map((book) => book.levy)) + fund.income;

  // SD-R3, AH-R4: parts above the fund are scaled, their rounded amounts being the weights.
  const available = fund.opening + inflow;
  const wanted = new Map(books.map((book) => [book.id, book.wanted]));
  const parts = sum([...wanted.values()]) > available ? splitPot(available, wanted) : wanted;

  for (const book of books) {
    book.part = parts.get(book.id) ?? 0n;
    // R-6, in order. Bonds and subsidy stand in for the gap only, and only as far as it is still open.
    let rest = book.gap - book.part;
    book.own = least(rest, book.ownLeft);
    rest -= book.own;
    book.bonds = least(rest, book.bondsStated);
    rest -= book.bonds;
    book.subsidy = least(rest, book.subsidyStated);
    rest -= book.subsidy;
    book.uncovered = rest + book.levyUnmet;
  }

  const outflow = sum(books.map((book) => book.part));
  const rate = rateOf(rules.levyRate);
  return canonicalise({
    levies: books.map(({ id, base, levy }) => ({
      pool: id,
      base: yuanOf(base),
      rate,
      amount: yuanOf(levy),
    })),
    allocations: books.map(({ id, part }) => ({ stage: 'gap_share', pool: id, amount: yuanOf(part) })),
    refusals: books.filter((book) => book.refused).map(({ id }) => ({ pool: id, condition: 'gapCause' })),
    burdens: books.flatMap(burdenRows),
    fund: {
      inflow: yuanOf(inflow),
      outflow: yuanOf(outflow),
      reserve: '0.00',
      closingBalance: yuanOf(available - outflow),
    },
    pools: books.map(poolRow),
  });
};

const burdenRows = (book: Book): BurdenRow[] => [
  { pool: book.id, bearer: 'own_balance', amount: yuanOf(book.own) },
  { pool: book.id, bearer: 'bonds', amount: yuanOf(book.bonds) },
  { pool: book.id, bearer: 'subsidy', amount: yuanOf(book.subsidy) },
  { pool: book.id, bearer: 'uncovered', amount: yuanOf(book.uncovered) },
];

const poolRow = (book: Book): PoolRow => {
  const after = book.before - book.levy + book.part + book.bonds + book.subsidy;
  return {
    id: book.id,
    balanceBefore: yuanOf(book.before),
    levy: yuanOf(book.levy),
    received: yuanOf(book.part),
    balanceAfter: yuanOf(after),
    monthsAfter: monthsOf(after, book.expenditure),
  };
};
