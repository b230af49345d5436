/**
 * Reference model of the provincial adjustment in Jiangxi: an oracle, written from the readings
 * and JX-R1 to JX-R8 and the command contract alone. It shares no code with the product on purpose.
 */
import type { InsuranceType } from '#kernel/insurance-type';
import {
  canonicalise,
  fenOf,
  fractionOf,
  ModelRefusal,
  monthsOf,
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
  LevyRow,
  ModelResult,
  PoolRow,
} from '#tests/scenarios/models/model-arithmetic';

export type JiangxiScheme = InsuranceType;
export type JiangxiEmergencyCause = 'public_health' | 'policy' | 'other';

const CONDITIONS = ['levyPaid', 'breachesCorrected', 'budgetMet', 'enrolmentMet', 'subsidyPaid'] as const;
export type JiangxiConditions = Record<(typeof CONDITIONS)[number], boolean>;

export interface JiangxiPoolInput {
  id: string;
  collections: string;
  priorCollections: string;
  revenue: string;
  expenditure: string;
  openingBalance: string;
  treasuryCover: string;
  emergency: string;
  emergencyCause: JiangxiEmergencyCause;
  conditions: JiangxiConditions;
}

type JiangxiRecoveryInput = Record<'placeOfCare' | 'placeOfInsurance' | 'amount', string>;

export interface JiangxiInput {
  year: number;
  scheme: JiangxiScheme;
  values?: Partial<Record<'levy_rate' | 'incentive_share' | 'target_months', string>>;
  fund: Record<'openingBalance' | 'interest' | 'otherIncome', string>;
  pools: JiangxiPoolInput[];
  recoveries?: JiangxiRecoveryInput[];
}

interface Rules {
  levyRate: Fraction;
  incentiveShare: Fraction;
  targetMonths: Fraction;
}

/** What is known of one pool; the later stages of the calculation fill in the second half. */
interface Book {
  id: string;
  collections: bigint;
  expenditure: bigint;
  cover: bigint;
  asked: bigint;
  levy: bigint;
  before: bigint;
  deficit: bigint;
  refusals: string[];
  gated: boolean;
  returned: bigint;
  normal: bigint;
  emergency: bigint;
  incentive: bigint;
}

// ---- the rules and the pools as stated ----

/** The figures of the document, unless this run states others. */
export const rulesOf = (scheme: JiangxiScheme, values: JiangxiInput['values'] = {}): Rules => {
  if (!['employee', 'resident'].includes(scheme)) throw new ModelRefusal('bad_value', 'scheme');
  const levyRate = values.levy_rate ?? (scheme === 'employee' ? '10%' : '15%');
  const targetMonths = values.target_months ?? (scheme === 'employee' ? '9' : '6');
  return {
    levyRate: fractionOf(levyRate, '%', 'values.levy_rate'),
    incentiveShare: fractionOf(values.incentive_share ?? '30%', '%', 'values.incentive_share'),
    targetMonths: fractionOf(targetMonths, '', 'values.target_months'),
  };
};

/** One pool up to the gate: levy, balances, treasury cover and the six conditions (JX-R1, JX-R4, R-5). */
const openBook = (pool: JiangxiPoolInput, rules: Rules, place: string): Book => {
  const collections = fenOf(pool.collections, `${place}.collections`);
  const revenue = fenOf(pool.revenue, `${place}.revenue`);
  const expenditure = fenOf(pool.expenditure, `${place}.expenditure`);
  const opening = fenOf(pool.openingBalance, `${place}.openingBalance`, true);
  const cover = fenOf(pool.treasuryCover, `${place}.treasuryCover`);
  const emergency = fenOf(pool.emergency, `${place}.emergency`);
  fenOf(pool.priorCollections, `${place}.priorCollections`);

  const levy = timesHalfUp(collections, rules.levyRate);
  const before = opening + revenue - expenditure;
  const deficit = before < levy ? levy - before : 0n;
  if (cover > deficit) throw new ModelRefusal('cover_above_deficit', `${place}.treasuryCover`);

  const refusals: string[] = [];
  for (const condition of CONDITIONS) {
    const met: unknown = pool.conditions[condition];
    if (typeof met !== 'boolean') throw new ModelRefusal('bad_value', `${place}.conditions.${condition}`);
    if (!met) refusals.push(condition);
  }
  if (cover < deficit) refusals.push('deficitCovered');
  const gated = refusals.length > 0;

  // A cause that is not accepted refuses the application, not the pool (JX-R8).
  if (!['public_health', 'policy', 'other'].includes(pool.emergencyCause)) {
    throw new ModelRefusal('bad_value', `${place}.emergencyCause`);
  }
  const causeAccepted = pool.emergencyCause !== 'other';
  if (emergency > 0n && !causeAccepted) refusals.push('emergencyCause');
  const asked = gated || !causeAccepted ? 0n : emergency;

  const unfilled = { returned: 0n, normal: 0n, emergency: 0n, incentive: 0n };
  const known = { id: pool.id, collections, expenditure, cover, asked, levy, before, deficit };
  return { ...known, refusals, gated, ...unfilled };
};

const openBooks = (input: JiangxiInput, rules: Rules): Map<string, Book> => {
  const books = new Map<string, Book>();
  input.pools.forEach((pool, index) => {
    if (books.has(pool.id)) throw new ModelRefusal('duplicate_pool', `pools[${index}].id`);
    books.set(pool.id, openBook(pool, rules, `pools[${index}]`));
  });
  return books;
};

/**
 * 40% to the place of care and 40% to the place of insurance, each on the pool's own sum and rounded once;
 * a gated pool gets nothing back (JX-R3, JX-R4). Returns the sum of all recoveries.
 */
const returnRecoveries = (input: JiangxiInput, books: ReadonlyMap<string, Book>): bigint => {
  const asCare = new Map<string, bigint>();
  const asInsurance = new Map<string, bigint>();
  let recovered = 0n;
  (input.recoveries ?? []).forEach((recovery, index) => {
    const { placeOfCare, placeOfInsurance } = recovery;
    const place = `recoveries[${index}]`;
    if (!books.has(placeOfCare)) throw new ModelRefusal('unknown_pool', `${place}.placeOfCare`);
    if (!books.has(placeOfInsurance)) throw new ModelRefusal('unknown_pool', `${place}.placeOfInsurance`);
    const amount = fenOf(recovery.amount, `${place}.amount`);
    asCare.set(placeOfCare, (asCare.get(placeOfCare) ?? 0n) + amount);
    asInsurance.set(placeOfInsurance, (asInsurance.get(placeOfInsurance) ?? 0n) + amount);
    recovered += amount;
  });
  const share: Fraction = { over: 40n, under: 100n };
  for (const book of books.values()) {
    if (book.gated) continue;
    const care = timesHalfUp(asCare.get(book.id) ?? 0n, share);
    book.returned = care + timesHalfUp(asInsurance.get(book.id) ?? 0n, share);
  }
  return recovered;
};

// ---- the calculation ----

export const computeJiangxi = (input: JiangxiInput): ModelResult => {
  // the rule began in 2024, for both insurance types.
  if (!Number.isInteger(input.year) || input.year < 2024) throw new ModelRefusal('not_in_force', 'year');
  const rules = rulesOf(input.scheme, input.values);
  const fundOpening = fenOf(input.fund.openingBalance, 'fund.openingBalance');
  const interest = fenOf(input.fund.interest, 'fund.interest');
  const otherIncome = fenOf(input.fund.otherIncome, 'fund.otherIncome');
  const books = openBooks(input, rules);
  const all = [...books.values()];

  // JX-R2, first: the recoveries. What is not returned stays as inflow of the year.
  const recovered = returnRecoveries(input, books);
  const inflow = sum(all.map((book) => book.levy)) + interest + otherIncome + recovered;
  const returned = sum(all.map((book) => book.returned));

  // Second: normal allocation (JX-R5). The balance is that after levy and cover, before any return.
  const needs = new Map<string, bigint>();
  for (const book of all) {
    const target = timesHalfUp(book.expenditure, rules.targetMonths, 12n);
    const balance = book.before - book.levy + book.cover;
    if (!book.gated && book.expenditure > 0n && target > balance) needs.set(book.id, target - balance);
  }
  let available = inflow - returned + fundOpening;
  const normalNeed = sum([...needs.values()]);
  const normalParts = normalNeed > available ? splitPot(available, needs) : needs;
  for (const book of all) book.normal = normalParts.get(book.id) ?? 0n;
  const normal = sum(all.map((book) => book.normal));
  available -= normal;

  // Third: emergency allocation, from what is left (JX-R6, JX-R8).
  const askings = new Map(all.map((book) => [book.id, book.asked]));
  const askedInAll = sum([...askings.values()]);
  const emergencyParts = askedInAll > available ? splitPot(available, askings) : askings;
  for (const book of all) book.emergency = emergencyParts.get(book.id) ?? 0n;
  const emergency = sum(all.map((book) => book.emergency));

  // Fourth: incentive, from the year's inflow only, which the stages before used up first (JX-R6, JX-R7).
  const used = returned + normal + emergency;
  const inflowLeft = inflow > used ? inflow - used : 0n;
  const pot = timesDown(inflowLeft, rules.incentiveShare);
  const rewarded = all.filter((book) => !book.gated && book.normal === 0n && book.emergency === 0n);
  const incentiveParts = splitPot(pot, new Map(rewarded.map((book) => [book.id, book.levy])));
  for (const book of all) book.incentive = incentiveParts.get(book.id) ?? 0n;

  const outflow = used + sum(all.map((book) => book.incentive));
  const closing = fundOpening + inflow - outflow;
  return canonicalise({
    levies: all.map((book) => levyRow(book, rules.levyRate)),
    allocations: all.flatMap(allocationRows),
    refusals: all.flatMap((book) => book.refusals.map((condition) => ({ pool: book.id, condition }))),
    burdens: all.flatMap(burdenRows),
    fund: {
      inflow: yuanOf(inflow),
      outflow: yuanOf(outflow),
      reserve: '0.00',
      closingBalance: yuanOf(closing),
    },
    pools: all.map(poolRow),
  });
};

// ---- rows of the output ----

const levyRow = (book: Book, rate: Fraction): LevyRow => ({
  pool: book.id,
  base: yuanOf(book.collections),
  rate: rateOf(rate),
  amount: yuanOf(book.levy),
});

const allocationRows = (book: Book): AllocationRow[] => [
  { stage: 'recovery_return', pool: book.id, amount: yuanOf(book.returned) },
  { stage: 'normal', pool: book.id, amount: yuanOf(book.normal) },
  { stage: 'emergency', pool: book.id, amount: yuanOf(book.emergency) },
  { stage: 'incentive', pool: book.id, amount: yuanOf(book.incentive) },
];

const burdenRows = (book: Book): BurdenRow[] => [
  { pool: book.id, bearer: 'local_treasury', amount: yuanOf(book.cover) },
  { pool: book.id, bearer: 'uncovered', amount: yuanOf(book.deficit - book.cover) },
];

const poolRow = (book: Book): PoolRow => {
  const received = book.returned + book.normal + book.emergency + book.incentive;
  const after = book.before - book.levy + received + book.cover;
  return {
    id: book.id,
    balanceBefore: yuanOf(book.before),
    levy: yuanOf(book.levy),
    received: yuanOf(received),
    balanceAfter: yuanOf(after),
    monthsAfter: monthsOf(after, book.expenditure),
  };
};
