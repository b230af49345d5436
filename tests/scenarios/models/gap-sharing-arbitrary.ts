/**
 * Random provinces that share gaps as Shandong and Anhui do. Every input is one that the rule accepts; the
 * figures of last year's levy are drawn for both, and each place takes what it knows.
 */
import fc from 'fast-check';

import type { GapCause, SharingInput, SharingPoolInput } from '#tests/scenarios/models/gap-sharing-model';
import {
  asAmount,
  capArbitrary,
  fenUpTo,
  fundOf,
  idArbitrary,
  incomeArbitrary,
  inShortForm,
  nudgeArbitrary,
  onceIn,
  permilleArbitrary,
  permilleOf,
  poolsArbitrary,
} from '#tests/scenarios/models/model-arbitrary';
import type { Drawn } from '#tests/scenarios/models/model-arbitrary';
import {
  fenOf,
  fractionOf,
  orZero,
  sum,
  timesHalfUp,
  yuanOf,
} from '#tests/scenarios/models/model-arithmetic';
import type { ModelResult } from '#tests/scenarios/models/model-arithmetic';
import type { Scheme } from '#tests/scenarios/models/model-input';

type DrawnPool = SharingPoolInput & { priorLevy: string };
type DrawnInput = SharingInput<DrawnPool>;

interface SharingPlace {
  period: fc.Arbitrary<{ scheme: Scheme; year: number }>;
  /** The first is the one assumed. */
  levyRates: readonly [string, ...string[]];
  fundStyles: readonly FundStyle[];
  compute: (input: DrawnInput) => ModelResult;
}

// ---- province ----

/** What the year left in a pool, and what it opened with beside its levy and its gap. */
type YearStyle = 'idle' | 'gap' | 'tiny_gap' | 'level' | 'surplus' | 'tiny_surplus';
type OpeningStyle = 'negative' | 'zero' | 'at_levy' | 'below_levy' | 'part_of_gap' | 'at_gap' | 'rich';

/** `edge` is what the parts just need, `pause` 10% of last year's collections, each a fen or two beside. */
type FundStyle = 'empty' | 'tiny' | 'some' | 'rich' | 'edge' | 'pause' | 'paused';

const MOODS: readonly (readonly YearStyle[])[] = [
  ['idle', 'gap', 'gap', 'tiny_gap', 'level', 'surplus', 'tiny_surplus'],
  ['gap', 'gap', 'gap', 'tiny_gap'],
  ['surplus', 'surplus', 'level', 'tiny_surplus', 'gap'],
  ['surplus', 'level', 'idle'],
  ['tiny_gap', 'tiny_gap', 'level', 'tiny_surplus'],
];

interface Province {
  scheme: Scheme;
  year: number;
  values: DrawnInput['values'];
  cap: bigint;
  mood: readonly YearStyle[];
  shortForm: boolean;
}

const provinceArbitrary = (place: SharingPlace): fc.Arbitrary<Province> => {
  const values = fc.record(
    {
      levy_rate: fc.constantFrom(...place.levyRates),
      gap_share: fc.constantFrom('0%', '12.5%', '33.33%', '50%', '75%', '100%'),
    },
    { requiredKeys: [] },
  );
  return fc
    .record({
      period: place.period,
      values: fc.option(values, { nil: undefined, freq: 2 }),
      cap: capArbitrary,
      mood: fc.constantFrom(...MOODS),
      shortForm: onceIn(10),
    })
    .map(({ period, ...rest }) => ({ ...period, ...rest }));
};

// ---- pools ----

type MeansStyle = 'absent' | 'none' | 'tiny' | 'part' | 'whole' | 'beyond';

interface PoolDraw extends Drawn {
  prior: bigint;
  collections: bigint;
  otherRevenue: bigint;
  year: YearStyle;
  gap: bigint;
  opening: OpeningStyle;
  distance: bigint;
  nudge: bigint;
  permille: bigint;
  priorLevy: 'none' | 'tiny' | 'usual' | 'ample' | 'at_share';
  sharePercent: bigint;
  score: string;
  withScore: boolean;
  cause: GapCause;
  bonds: MeansStyle;
  subsidy: MeansStyle;
}

const scoreArbitrary: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom('0', '59.99', '60', '60.00', '79.9', '80', '87.5', '89.99', '90', '90.01', '100'),
  fenUpTo(10_000n).map(yuanOf),
);

const meansArbitrary = fc.constantFrom<MeansStyle[]>(
  'absent',
  'absent',
  'none',
  'tiny',
  'part',
  'part',
  'whole',
  'beyond',
);

const poolArbitrary = ({ cap, mood }: Province): fc.Arbitrary<PoolDraw> =>
  fc.record({
    id: idArbitrary,
    twin: onceIn(5),
    prior: fc.oneof(
      { weight: 1, arbitrary: fc.constant(0n) },
      { weight: 8, arbitrary: fenUpTo(cap) },
      { weight: 3, arbitrary: fenUpTo(99n) },
    ),
    collections: fenUpTo(cap),
    otherRevenue: fenUpTo(cap),
    year: fc.constantFrom(...mood),
    gap: fenUpTo(2n * cap),
    opening: fc.constantFrom<OpeningStyle[]>(
      'negative',
      'zero',
      'at_levy',
      'below_levy',
      'part_of_gap',
      'part_of_gap',
      'at_gap',
      'rich',
    ),
    distance: fenUpTo(cap),
    nudge: nudgeArbitrary,
    permille: permilleArbitrary,
    priorLevy: fc.constantFrom<PoolDraw['priorLevy'][]>(
      'none',
      'tiny',
      'usual',
      'usual',
      'ample',
      'at_share',
    ),
    sharePercent: fc.constantFrom(30n, 40n, 50n, 60n),
    score: scoreArbitrary,
    withScore: fc.boolean(),
    cause: fc.constantFrom<GapCause[]>('policy', 'emergency', 'proper', 'dependency', 'other'),
    bonds: meansArbitrary,
    subsidy: meansArbitrary,
  });

const expenditureOf = (draw: PoolDraw, revenue: bigint): bigint => {
  switch (draw.year) {
    case 'idle':
      return 0n;
    case 'gap':
      return revenue + draw.gap;
    case 'tiny_gap':
      return revenue + 1n + (draw.gap % 9n);
    case 'level':
      return revenue;
    case 'surplus':
      return permilleOf(revenue, draw.permille);
    case 'tiny_surplus':
      return orZero(revenue - 1n - (draw.gap % 9n));
  }
};

const openingOf = (draw: PoolDraw, levyLeft: bigint, gap: bigint): bigint => {
  switch (draw.opening) {
    case 'negative':
      return -1n - draw.distance;
    case 'zero':
      return 0n;
    case 'at_levy':
      return levyLeft + draw.nudge;
    case 'below_levy':
      return permilleOf(levyLeft, draw.permille);
    case 'part_of_gap':
      return levyLeft + permilleOf(gap, draw.permille);
    case 'at_gap':
      return levyLeft + gap + draw.nudge;
    case 'rich':
      return levyLeft + gap + draw.distance;
  }
};

const priorLevyOf = (draw: PoolDraw, gap: bigint): bigint => {
  switch (draw.priorLevy) {
    case 'none':
      return 0n;
    case 'tiny':
      return 1n + (draw.distance % 3n);
    case 'usual':
      return (draw.prior * 3n) / 100n;
    case 'ample':
      return draw.distance;
    case 'at_share':
      return orZero((gap * draw.sharePercent) / 200n + draw.nudge);
  }
};

const meansOf = (style: MeansStyle, draw: PoolDraw, gap: bigint): bigint => {
  switch (style) {
    case 'absent':
    case 'none':
      return 0n;
    case 'tiny':
      return 1n + (draw.distance % 5n);
    case 'part':
      return permilleOf(gap, 1000n - draw.permille) / 2n;
    case 'whole':
      return gap;
    case 'beyond':
      return gap + 1n + draw.distance;
  }
};

const poolOf = (draw: PoolDraw, { values }: Province, assumedRate: string): DrawnPool => {
  const revenue = draw.collections + draw.otherRevenue;
  const expenditure = expenditureOf(draw, revenue);
  const gap = orZero(expenditure - revenue);
  const levy = timesHalfUp(draw.prior, fractionOf(values?.levy_rate ?? assumedRate, '%', 'rate'));
  const levyLeft = orZero(levy - orZero(revenue - expenditure));
  const pool: DrawnPool = {
    id: draw.id,
    collections: yuanOf(draw.collections),
    priorCollections: yuanOf(draw.prior),
    revenue: yuanOf(revenue),
    expenditure: yuanOf(expenditure),
    openingBalance: yuanOf(openingOf(draw, levyLeft, gap)),
    priorLevy: yuanOf(priorLevyOf(draw, gap)),
    gapCause: draw.cause,
  };
  if (draw.withScore || values?.gap_share === undefined) pool.assessmentScore = draw.score;
  if (draw.bonds !== 'absent') pool.bondsRealised = yuanOf(meansOf(draw.bonds, draw, gap));
  if (draw.subsidy !== 'absent') pool.sameLevelSubsidy = yuanOf(meansOf(draw.subsidy, draw, gap));
  return pool;
};

// ---- fund ----

interface FundDraw {
  style: FundStyle;
  amount: bigint;
  nudge: bigint;
  interest: bigint;
  otherIncome: bigint;
}

const fundArbitrary = ({ cap }: Province, styles: readonly FundStyle[]): fc.Arbitrary<FundDraw> =>
  fc.record({
    style: fc.constantFrom(...styles),
    amount: fenUpTo(cap),
    nudge: nudgeArbitrary,
    interest: incomeArbitrary(cap),
    otherIncome: incomeArbitrary(cap),
  });

/** What a fund must open with for all parts to be paid whole: with the largest fund they are. */
const justEnough = (input: DrawnInput, compute: SharingPlace['compute']): bigint => {
  const withOpening = (openingBalance: string): ModelResult =>
    compute({ ...input, fund: { ...input.fund, openingBalance } });
  const outflow = fenOf(withOpening(yuanOf(10n ** 20n)).fund.outflow, 'outflow');
  return outflow - fenOf(withOpening('0.00').fund.inflow, 'inflow');
};

const openingOfFund = (fund: FundDraw, input: DrawnInput, place: SharingPlace): bigint => {
  const collected = sum(input.pools.map((pool) => fenOf(pool.priorCollections, 'priorCollections')));
  switch (fund.style) {
    case 'empty':
      return 0n;
    case 'tiny':
      return fund.amount % 10n;
    case 'some':
      return fund.amount;
    case 'rich':
      return 10n * fund.amount;
    case 'edge':
      return justEnough(input, place.compute) + fund.nudge;
    case 'pause':
      return (collected + 9n) / 10n + fund.nudge;
    case 'paused':
      return collected / 10n + 1n + fund.amount;
  }
};

// ---- the whole input ----

const inputOf = (
  place: SharingPlace,
  province: Province,
  draws: readonly PoolDraw[],
  fund: FundDraw,
): DrawnInput => {
  const input: DrawnInput = {
    year: province.year,
    scheme: province.scheme,
    fund: fundOf(0n, fund.interest, fund.otherIncome),
    pools: draws.map((draw) => poolOf(draw, province, place.levyRates[0])),
  };
  if (province.values !== undefined) input.values = province.values;
  input.fund.openingBalance = yuanOf(asAmount(openingOfFund(fund, input, place)));
  return province.shortForm ? inShortForm(input) : input;
};

export const sharingInputArbitrary = (place: SharingPlace): fc.Arbitrary<DrawnInput> =>
  provinceArbitrary(place).chain((province) =>
    fc
      .tuple(poolsArbitrary(poolArbitrary(province)), fundArbitrary(province, place.fundStyles))
      .map(([draws, fund]) => inputOf(place, province, draws, fund)),
  );
