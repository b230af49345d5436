import { isOwnExpense, isOwnIncome } from '#domain/fund/own-flows';
import { FUND_SUBJECT, type YearFigure } from '#domain/adjustment-year/figure';
import type { BookTurnover, LedgerReading } from '#domain/adjustment-year/ledger-reading';
import { fen, formatYuan } from '#kernel/fen';
import type { Month } from '#kernel/month';

/** Money that an earlier or this fund-year's workflow moved, signed as the pool sees it: received less paid up. */
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
  /** Whether bonds that were realised bear gaps as a source of their own (R-6). */
  readonly takesBonds: boolean;
}

/** What settles a year, and belongs to it however late it moves. */
const SETTLED: readonly MovedMoney['kind'][] = ['levy', 'allocation', 'treasury', 'other'];

/**
 * The figures that the ledger holds of a fund's year (R-1, R-2, R-5): cash basis, pooled fund, without what the fund
 * itself moved. A year whose months the books do not cover has no such figure: it is left out, never zero.
 */
export function ledgerFigures(
  { fund, pools, year, takesBonds }: Asked,
  reading: LedgerReading,
  moved: readonly MovedMoney[],
): readonly YearFigure[] {
  const source = {
    kind: 'ledger',
    block: reading.block?.toString() ?? null,
    through: reading.through.toString(),
  } as const;
  return [...pools, fund].flatMap((pool) => {
    const books = reading.books.find((one) => one.pool === pool);
    if (books === undefined) return [];
    const covers = (one: number): boolean => books.firstMonth <= `${one}-01`;
    const own = ownBooks(pool, reading, moved);
    const reckoned =
      pool === fund ? fundFigures(own, year) : poolFigures(own, year, covers(year - 1), takesBonds);
    const open = pool === fund ? undefined : (reading.levyOpen.get(pool) ?? 0n);
    return [
      ...(covers(year) ? reckoned : []).map(([field, amount, basis]) => ({
        subject: pool === fund ? FUND_SUBJECT : pool,
        field,
        value: formatYuan(fen(amount)),
        source: { ...source, basis },
      })),
      ...(open === undefined
        ? []
        : [
            {
              subject: pool,
              field: 'levyPaid',
              value: String(open <= 0n),
              source: { ...source, basis: `payable pool:${fund} = ${formatYuan(fen(open))}` },
            },
          ]),
    ];
  });
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
 * What is left from before pooling counts as it is now, without what this year's workflow used of it. Where realised
 * bonds are a source of their own, what they were bought for is not counted as accumulated balance as well (NAT-144.36).
 */
function poolFigures(own: OwnBooks, year: number, hasYearBefore: boolean, takesBonds: boolean): Reckoned {
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
  // What a treasury gave for a year that was settled is no revenue of the year in which it came in.
  const bySettlement = movedSum(
    own,
    (one) => one.kind === 'treasury' && one.postingMonth.startsWith(`${year}-`),
  );
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
      inYear(own, year, isOwnIncome) - bySettlement,
      `4001 4101 4201 4501 ${months}${bySettlement === 0n ? '' : ` − settled 4101 ${months}`}`,
    ],
    ['expenditure', -inYear(own, year, isOwnExpense), `5001 5101 5401 ${months}`],
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

/** What bonds that the pool held at the year's start brought in during it, their interest left out: that is revenue. */
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

/** Balance at the year's start; what earlier fund-years settled later still belongs to them. */
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

/** Credit less debit in a year's months, closing entries left out. */
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

/** The fund's balance is what income and expenditure made of it, closed or not. */
function isBalance({ account }: BookTurnover): boolean {
  return /^[345]/.test(account);
}

function monthsOf(year: number): string {
  return `${year}-01..${year}-12`;
}
