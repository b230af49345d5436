import { isOwnExpense, isOwnIncome } from '#domain/fund/own-flows';
import { FUND_SUBJECT, type YearFigure } from '#domain/adjustment-year/figure';
import type { HeldForFund } from '#domain/adjustment-year/off-site-recovery';
import type { BookTurnover, LedgerReading } from '#domain/adjustment-year/ledger-reading';
import { fen, formatYuan } from '#kernel/fen';
import type { Month } from '#kernel/month';

/** Money moved by this or an earlier year's adjustment; positive where the pool received it. */
export interface MovedMoney {
  readonly year: number;
  readonly pool: string;
  readonly kind: 'levy' | 'allocation' | 'treasury' | 'reserve' | 'legacy' | 'other';
  /** In fen; a levy or recovery paid up and a legacy used are below zero. */
  readonly amount: bigint;
  readonly postingMonth: Month;
}

interface Asked {
  readonly fund: string;
  readonly pools: readonly string[];
  readonly year: number;
  /** Whether realised bonds bear gaps as a source of their own (R-6). */
  readonly takesBonds: boolean;
  /**
   * Obligations to the fund that this year itself posted and that are unpaid, by pool, in fen. They fall due after
   * approval, so that a correction before payment does not count them as a levy the pool failed to pay (JX-2.5).
   */
  readonly ownOpen?: ReadonlyMap<string, bigint>;
  /** What pools recovered off-site and remit to the fund, where the pipeline takes recoveries. */
  readonly heldForFund?: ReadonlyMap<string, HeldForFund>;
}

/** Kinds of money that settle a year and belong to it however late they move. */
const SETTLED: readonly MovedMoney['kind'][] = ['levy', 'allocation', 'treasury', 'other'];

/**
 * Reckons a year's figures from the ledger (R-1, R-2, R-5): cash basis, pooled fund, without money the adjustment
 * itself moved. A year whose months the books do not cover gets no figure, never zero.
 */
export function ledgerFigures(
  { fund, pools, year, takesBonds, ownOpen, heldForFund }: Asked,
  reading: LedgerReading,
  moved: readonly MovedMoney[],
): readonly YearFigure[] {
  const source = {
    kind: 'ledger',
    block: reading.block?.toString() ?? null,
    through: reading.through.toString(),
  } as const;
  return [...pools, fund].flatMap((pool) => {
    const opened = reading.books.find((one) => one.pool === pool);
    if (opened === undefined) return [];
    const covers = (one: number): boolean => opened.firstMonth <= `${one}-01`;
    const books = ownBooks(pool, reading, moved);
    const reckoned =
      pool === fund
        ? fundFigures(books, year)
        : poolFigures(books, year, covers(year - 1), takesBonds, heldForFund?.get(pool));
    const told: readonly Told[] = [
      ...(covers(year) ? reckoned : []).map(([field, amount, basis]): Told => [
        field,
        formatYuan(fen(amount)),
        basis,
      ]),
      ...(pool === fund || !covers(year) ? [] : subsidyPaid(pool, year, reading)),
      ...(pool === fund ? [] : [levyPaid(fund, year, reading.levyOpen.get(pool) ?? 0n, ownOpen?.get(pool))]),
    ];
    const subject = pool === fund ? FUND_SUBJECT : pool;
    return told.map(([field, value, basis]) => ({ subject, field, value, source: { ...source, basis } }));
  });
}

type Told = readonly [field: string, value: string, basis: string];

/**
 * Whether governments paid their subsidies in time (JX-2.5): denied by what is open at the year's end. Where nothing fell due
 * in the books, a document attests it.
 */
function subsidyPaid(
  pool: string,
  year: number,
  { subsidyOpen, subsidyDue }: LedgerReading,
): readonly Told[] {
  const open = subsidyOpen.get(pool) ?? 0n;
  const due = subsidyDue.get(pool) ?? 0n;
  if (open <= 0n && due <= 0n) return [];
  const basis = `receivable government <= ${year}-12 = ${formatYuan(fen(open))} (due ${formatYuan(fen(due))})`;
  return [['subsidyPaid', String(open <= 0n), basis]];
}

function levyPaid(fund: string, year: number, owed: bigint, own = 0n): Told {
  const open = owed - own;
  return ['levyPaid', String(open <= 0n), openBasis(fund, open, year, own)];
}

function openBasis(fund: string, open: bigint, year: number, own: bigint): string {
  const text = `payable pool:${fund} = ${formatYuan(fen(open))}`;
  return own === 0n ? text : `${text} + ${year} ${formatYuan(fen(own))}`;
}

type Reckoned = readonly (readonly [field: string, amount: bigint, basis: string])[];

interface OwnBooks {
  readonly cash: readonly BookTurnover[];
  readonly closing: readonly BookTurnover[];
  readonly opening: readonly BookTurnover[];
  readonly moved: readonly MovedMoney[];
}

function ownBooks(pool: string, reading: LedgerReading, moved: readonly MovedMoney[]): OwnBooks {
  const ofPool = (one: BookTurnover): boolean =>
    one.pool === pool && one.book === 'cash' && one.fund === 'pooled';
  return {
    cash: reading.turnovers.filter(ofPool),
    closing: reading.closing.filter(ofPool),
    opening: reading.opening.filter(ofPool),
    moved: moved.filter((one) => one.pool === pool),
  };
}

/**
 * Reckons one pool's figures. The balance from before pooling counts as it is now, less what this year's adjustment
 * used of it. Where realised bonds are a source of their own, their cost is not counted as accumulated balance as well
 * (NAT-144.36).
 */
function poolFigures(
  own: OwnBooks,
  year: number,
  hasYearBefore: boolean,
  takesBonds: boolean,
  held: HeldForFund = NONE_HELD,
): Reckoned {
  const months = monthsOf(year);
  const before = `${year - 1}-12`;
  const legacy = movedSum(own, (one) => one.kind === 'legacy' && one.year >= year);
  const prior = own.moved.filter((one) => one.year === year - 1 && one.kind === 'levy');
  const levied = -prior.reduce((sum, { amount }) => sum + amount, 0n);
  const priorLevy: Reckoned =
    prior.length > 0
      ? [['priorLevy', levied, `5301, ${year - 1}`]]
      : hasYearBefore
        ? [['priorLevy', -inYear(own, year - 1, isOneOf('5301')), `5301 ${monthsOf(year - 1)}`]]
        : [];
  const bySettlement = settledIn(own.moved, year);
  const part = (name: string, amount: bigint): string => (amount === 0n ? '' : ` ${name} ${months}`);
  const bonds = takesBonds ? bondsRealised(own, year) : 0n;
  const opening = openingOf(own, year) - bonds;
  return [
    ['collections', inYear(own, year, isOneOf('4001')), `4001 ${months}`],
    ...(hasYearBefore
      ? ([
          ['priorCollections', inYear(own, year - 1, isOneOf('4001')), `4001 ${monthsOf(year - 1)}`],
        ] as const)
      : []),
    [
      'revenue',
      inYear(own, year, isOwnIncome) - bySettlement - held.income - held.attested,
      `4001 4101 4201 4501 ${months}${part('− settled 4101', bySettlement)}${part('− recovered 4501', held.income)}${part('− recovered attested', held.attested)}`,
    ],
    [
      'expenditure',
      held.spending - inYear(own, year, isOwnExpense),
      `5001 5101 5401 ${months}${part('+ recovered 5001', held.spending)}`,
    ],
    ['openingBalance', opening, `3001 4 5 <= ${before}${bonds === 0n ? '' : ` − 1201 ${months}`}`],
    ...(bonds === 0n ? [] : ([['bondsRealised', bonds, `1201 ${months}`]] as const)),
    [
      'legacyBalance',
      balanceThrough(own, '9999-12', (one) => one.source === 'pre_pooling') - legacy,
      'pre_pooling 3001',
    ],
    ...priorLevy,
  ];
}

const NONE_HELD: HeldForFund = { income: 0n, spending: 0n, attested: 0n };

/** Sums what treasuries gave in a year for years that were settled, in fen; it is no revenue of the year in which it came in. */
export function settledIn(moved: readonly MovedMoney[], year: number): bigint {
  return moved
    .filter((one) => one.kind === 'treasury' && one.postingMonth.startsWith(`${year}-`))
    .reduce((sum, { amount }) => sum + amount, 0n);
}

/** Reckons what bonds held at the year's start brought in during it, in fen, without interest, which is revenue. */
function bondsRealised({ cash }: OwnBooks, year: number): bigint {
  const ofBonds = cash.filter(isOneOf('1201'));
  const held = -net(ofBonds.filter(({ postingMonth }) => postingMonth < `${year}-01`));
  const realised = ofBonds
    .filter(({ postingMonth }) => postingMonth.startsWith(`${year}-`))
    .reduce((sum, { credit }) => sum + credit, 0n);
  return realised < held ? realised : held;
}

function fundFigures(own: OwnBooks, year: number): Reckoned {
  const months = monthsOf(year);
  const ofYear = movedSum(own, (one) => one.kind === 'reserve' && one.year === year);
  const held = balanceThrough(own, '9999-12', (one) => one.source === 'risk_reserve') - ofYear;
  return [
    ['openingBalance', openingOf(own, year), `3001 4 5 <= ${year - 1}-12`],
    ['interest', inYear(own, year, isOneOf('4201')), `4201 ${months}`],
    ['otherIncome', inYear(own, year, isOneOf('4501')), `4501 ${months}`],
    ['reserveHeld', held, 'risk_reserve 3001'],
  ];
}

/**
 * Reckons the balance at the year's start, in fen; later settlements of earlier fund-years still belong to those years.
 */
function openingOf(own: OwnBooks, year: number): bigint {
  const before = `${year - 1}-12`;
  const late = movedSum(
    own,
    (one) => one.year < year && one.postingMonth > before && SETTLED.includes(one.kind),
  );
  const brought = own.opening.filter(({ postingMonth }) => postingMonth > before);
  return balanceThrough(own, before, () => true) + net(brought.filter(isBalance)) + late;
}

function balanceThrough(own: OwnBooks, month: string, picks: (one: BookTurnover) => boolean): bigint {
  return net(own.cash.filter((one) => one.postingMonth <= month && isBalance(one) && picks(one)));
}

/** Sums credit less debit over a year's months, in fen, without closing entries. */
function inYear(own: OwnBooks, year: number, picks: (one: BookTurnover) => boolean): bigint {
  const within = ({ postingMonth }: BookTurnover): boolean => postingMonth.startsWith(`${year}-`);
  const ofYear = (one: BookTurnover): boolean => within(one) && picks(one);
  return net(own.cash.filter(ofYear)) - net(own.closing.filter(ofYear));
}

function movedSum({ moved }: OwnBooks, picks: (one: MovedMoney) => boolean): bigint {
  return moved.filter(picks).reduce((sum, { amount }) => sum + amount, 0n);
}

function net(turnovers: readonly BookTurnover[]): bigint {
  return turnovers.reduce((sum, { debit, credit }) => sum + credit - debit, 0n);
}

function isOneOf(account: string): (one: BookTurnover) => boolean {
  return (one) => one.account === account;
}

/** Whether an account belongs to the fund's balance: income and expenditure too, closed or not. */
function isBalance({ account }: BookTurnover): boolean {
  return /^[345]/.test(account);
}

function monthsOf(year: number): string {
  return `${year}-01..${year}-12`;
}
