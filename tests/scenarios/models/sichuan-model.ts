/**
 * Reference model of the provincial adjustment in Sichuan: an oracle, written from the readings
 * and SC-R1 to SC-R5 and the command contract alone. It shares no code with the product on purpose.
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
  timesDown,
  timesHalfUp,
  yuanOf,
} from '#tests/scenarios/models/model-arithmetic';
import type {
  AllocationRow,
  BurdenRow,
  Fraction,
  ModelResult,
  PoolRow,
} from '#tests/scenarios/models/model-arithmetic';
import { checkYear, readFund, readLegacy, readPools } from '#tests/scenarios/models/model-input';
import type { CommonPoolInput, FundInput, Scheme } from '#tests/scenarios/models/model-input';

const CAUSES = ['epidemic', 'disaster', 'sudden'] as const;
export type ReleaseCause = (typeof CAUSES)[number];

export interface SichuanPoolInput extends CommonPoolInput {
  legacyBalance: string;
  insured: number;
  breachLoss: string;
}

export interface ReserveRelease {
  pool: string;
  amount: string;
  cause: ReleaseCause;
}

export interface SichuanInput {
  year: number;
  scheme: Scheme;
  values?: Partial<Record<'levy_rate' | 'reserve_share', string>>;
  fund: FundInput;
  pools: SichuanPoolInput[];
  reserveReleases?: ReserveRelease[];
}

/** One pool: what is known of it, and in the second half what it receives and who bears the rest. */
interface Book {
  id: string;
  revenue: bigint;
  expenditure: bigint;
  opening: bigint;
  before: bigint;
  legacy: bigint;
  insured: bigint;
  breach: bigint;
  levy: bigint;
  gap: bigint;
  distributed: bigint;
  released: bigint;
  fromLegacy: bigint;
  fromOwn: bigint;
  fromTreasury: bigint;
}

interface Rules {
  levyRate: Fraction;
  reserveShare: Fraction;
}

// ---- the pools as stated ----

/** SC-R1, SC-R2: delegated, so the assumptions hold unless this run states others. */
const rulesOf = (input: SichuanInput): Rules => {
  const levyRate = input.values?.levy_rate ?? (input.scheme === 'employee' ? '10%' : '5%');
  return {
    levyRate: fractionOf(levyRate, '%', 'values.levy_rate'),
    reserveShare: fractionOf(input.values?.reserve_share ?? '10%', '%', 'values.reserve_share'),
  };
};

/** SC-R1, SC-R3, SC-R5: the levy, and the gap after it, which loss from breaches does not widen. */
const openBooks = (input: SichuanInput, rules: Rules): Book[] =>
  readPools(input.pools, (pool, { revenue, expenditure, opening }, place) => {
    if (!Number.isSafeInteger(pool.insured) || pool.insured < 0) {
      throw new ModelRefusal('bad_value', `${place}.insured`);
    }
    const breach = fenOf(pool.breachLoss, `${place}.breachLoss`);
    const levy = timesHalfUp(revenue, rules.levyRate);
    return {
      legacy: readLegacy(pool.legacyBalance, opening, place),
      insured: BigInt(pool.insured),
      breach,
      levy,
      gap: orZero(expenditure - breach + levy - revenue),
      distributed: 0n,
      released: 0n,
      fromLegacy: 0n,
      fromOwn: 0n,
      fromTreasury: 0n,
    };
  });

// ---- the stages ----

/** SC-R2: releases in all at most the reserve that the fund opens with. */
const releaseReserve = (input: SichuanInput, books: readonly Book[], reserve: bigint): void => {
  let left = reserve;
  (input.reserveReleases ?? []).forEach((release, index) => {
    const place = `reserveReleases[${index}]`;
    const book = books.find(({ id }) => id === release.pool);
    if (book === undefined) throw new ModelRefusal('unknown_pool', `${place}.pool`);
    if (!CAUSES.includes(release.cause)) throw new ModelRefusal('bad_value', `${place}.cause`);
    const amount = fenOf(release.amount, `${place}.amount`);
    if (amount > left) throw new ModelRefusal('release_above_reserve', `${place}.amount`);
    left -= amount;
    book.released += amount;
  });
};

/** SC-R3: by gap first, no pool above its own; what then remains by insured persons. */
const distribute = (pot: bigint, books: readonly Book[]): void => {
  const gaps = new Map(books.map((book) => [book.id, book.gap]));
  const byGap = sum([...gaps.values()]) > pot ? splitPot(pot, gaps) : gaps;
  const remains = pot - sum([...byGap.values()]);
  const byPersons = splitPot(remains, new Map(books.map((book) => [book.id, book.insured])));
  for (const book of books) book.distributed = (byGap.get(book.id) ?? 0n) + (byPersons.get(book.id) ?? 0n);
};

/** SC-R4, SC-R5: old balance, the rest of the opening balance, treasury; breaches fall on the treasury. */
const coverRest = (book: Book): void => {
  let short = orZero(book.gap - book.distributed - book.released);
  book.fromLegacy = least(short, book.legacy);
  short -= book.fromLegacy;
  book.fromOwn = least(short, orZero(book.opening) - book.legacy);
  short -= book.fromOwn;
  book.fromTreasury = short + book.breach;
};

export const computeSichuan = (input: SichuanInput): ModelResult => {
  // from 2024, for both insurance types.
  checkYear(input, { employee: 2024, resident: 2024 });
  const rules = rulesOf(input);
  const fund = readFund(input.fund);
  const books = openBooks(input, rules);
  const levied = sum(books.map((book) => book.levy));

  releaseReserve(input, books, fund.opening);
  distribute(levied - timesDown(levied, rules.reserveShare), books);
  books.forEach(coverRest);

  const inflow = levied + fund.income;
  const outflow = sum(books.map((book) => book.distributed + book.released));
  const closing = yuanOf(fund.opening + inflow - outflow);
  const rate = rateOf(rules.levyRate);
  return canonicalise({
    levies: books.map(({ id, revenue, levy }) => ({
      pool: id,
      base: yuanOf(revenue),
      rate,
      amount: yuanOf(levy),
    })),
    allocations: books.flatMap(allocationRows),
    refusals: [],
    burdens: books.flatMap(burdenRows),
    // What is not distributed is the reserve: the closing balance is all reserve.
    fund: { inflow: yuanOf(inflow), outflow: yuanOf(outflow), reserve: closing, closingBalance: closing },
    pools: books.map(poolRow),
  });
};

// ---- rows of the output ----

const allocationRows = (book: Book): AllocationRow[] => [
  { stage: 'reserve_release', pool: book.id, amount: yuanOf(book.released) },
  { stage: 'distribution', pool: book.id, amount: yuanOf(book.distributed) },
];

const burdenRows = (book: Book): BurdenRow[] => [
  { pool: book.id, bearer: 'legacy_balance', amount: yuanOf(book.fromLegacy) },
  { pool: book.id, bearer: 'own_balance', amount: yuanOf(book.fromOwn) },
  { pool: book.id, bearer: 'local_treasury', amount: yuanOf(book.fromTreasury) },
];

const poolRow = (book: Book): PoolRow => {
  const received = book.distributed + book.released;
  const after = book.before - book.levy + received + book.fromTreasury;
  return {
    id: book.id,
    balanceBefore: yuanOf(book.before),
    levy: yuanOf(book.levy),
    received: yuanOf(received),
    balanceAfter: yuanOf(after),
    monthsAfter: monthsOf(after, book.expenditure),
  };
};
